pub fn run() { }
