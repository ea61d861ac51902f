fn main() { satchel_lib::run() }
