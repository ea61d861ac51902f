//! The TypeScript side of the wire, generated from the command list; `ui/src/ipc/bindings.ts` is its committed copy.

use crate::{dto, import::mapping::ImportEntity};
use satchel_domain::currency::Currency;
use serde_json::json;
use std::{any::TypeId, collections::BTreeMap, collections::HashSet, fmt::Write as _};
use ts_rs::{Config, TS, TypeVisitor};

struct Collect<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Collect<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.declarations.insert(T::ident(self.config), format!("{docs}export {}", T::decl(self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! write_map {
    ($collect:ident, $map:ident; $($how:ident $room:ident::$name:ident($input:ident) -> $output:ident;)*) => { $(
        TypeVisitor::visit::<dto::$input>(&mut $collect);
        TypeVisitor::visit::<dto::$output>(&mut $collect);
        let _ = writeln!($map, "  {}: {{ input: {}; output: {}; kind: \"{}\" }};", stringify!($name), stringify!($input), stringify!($output), stringify!($how));
    )* };
}

/// The whole of `bindings.ts`.
#[must_use]
pub fn bindings() -> String {
    let config = Config::default().with_large_int("number");
    let mut collect = Collect { config: &config, seen: HashSet::new(), declarations: BTreeMap::new() };
    let mut map = String::new();
    crate::for_each_command!(write_map, collect, map);
    TypeVisitor::visit::<dto::Event>(&mut collect);
    let mut text =
        String::from("// Generated from the core's command list by `cargo xtask bindings`. Do not edit.\n\n");
    for declaration in collect.declarations.values() {
        let _ = writeln!(text, "{declaration}\n");
    }
    let _ = write!(
        text,
        "/** Every command with its input, its output and how it runs. */\nexport type CommandMap = {{\n{map}}};\n"
    );
    let odd: Vec<String> = Currency::all()
        .filter(|currency| currency.decimals() != 2)
        .map(|currency| format!("  {}: {},\n", currency.code(), currency.decimals()))
        .collect();
    let _ = write!(
        text,
        "\n/** How many decimals a currency has where they are not two. */\nexport const CURRENCY_DECIMALS: Readonly<Record<string, number>> = {{\n{}}};\n",
        odd.concat()
    );
    let fields: Vec<String> = ImportEntity::ALL
        .into_iter()
        .map(|entity| format!("  {}: {},\n", json!(entity), json!(entity.fields())))
        .collect();
    let _ = write!(
        text,
        "\n/** The fields that a row of a file can fill, in the order a form shows them. */\nexport const IMPORT_FIELDS: Readonly<Record<ImportEntity, readonly ImportField[]>> = {{\n{}}};\n",
        fields.concat()
    );
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_bindings_are_what_the_core_says() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/bindings.ts");
        let fresh = super::bindings();
        if std::env::var_os("SATCHEL_WRITE_BINDINGS").is_some() {
            std::fs::write(&path, &fresh).expect("bindings can be written");
        }
        let committed = std::fs::read_to_string(&path).expect("ui/src/ipc/bindings.ts is committed");
        assert!(committed == fresh, "bindings.ts is stale: run `cargo xtask bindings`");
    }
}
