### Les prospects.
