### Search and palette.
