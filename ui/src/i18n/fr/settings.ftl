### Les réglages.
