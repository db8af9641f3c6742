//! Imports between the files of a room: one way, so that a reader who opens a file never has to come back to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::sources::{Source, sources};

/// A module's path from the root of the crate, such as `["discord", "commands", "remind"]`.
type Module = Vec<String>;

/// The modules that a module uses, each with the path by which it names it.
type Uses = BTreeMap<Module, BTreeMap<Module, String>>;

#[test]
fn files_of_a_room_import_each_other_one_way() {
    let modules = Modules::of(&sources(&["src"]));
    let circles: Vec<String> = circles(&modules.uses())
        .into_iter()
        .map(|circle| circle.advice())
        .collect();
    assert!(
        circles.is_empty(),
        "files that import each other in a circle: move what both need into a file below both, or let the upper one \
         pass it in\n{}",
        circles.join("\n")
    );
}

#[test]
fn a_circle_is_told_with_the_paths_that_close_it() {
    let file = |path: &str, text: &str| Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let files = [
        file(
            "src/pit/mod.rs",
            "mod lane;\nmod wall;\nmod crew;\npub use lane::{Lane, wall_of};\n",
        ),
        file("src/pit/lane.rs", "use super::wall::{self, Wall};\npub struct Lane;\n"),
        file(
            "src/pit/wall.rs",
            "use super::crew::Crew;\npub struct Wall;\nfn f(_: crate::pit::Lane) {}\n",
        ),
        file(
            "src/pit/crew.rs",
            "pub struct Crew;\n#[cfg(test)]\nmod tests {\n    use super::wall::Wall;\n}\n",
        ),
    ];
    let circles = circles(&Modules::of(&files).uses());
    let told: Vec<String> = circles.iter().map(Circle::advice).collect();
    assert_eq!(
        told,
        ["pit:\n  pit/lane uses pit/wall as `super::wall`\n  pit/wall uses pit/lane as `crate::pit::Lane`"]
    );
}

/// The code of every module, and the names that modules re-export.
struct Modules {
    code: BTreeMap<Module, String>,
    exports: BTreeMap<Module, BTreeMap<String, Module>>,
}

impl Modules {
    fn of(files: &[Source]) -> Self {
        let file = |source: &Source| Some((module(&source.path)?, code(source)));
        let mut all = Self {
            code: files.iter().filter_map(file).collect(),
            exports: BTreeMap::new(),
        };
        for (module, code) in &all.code {
            let exported = statements(code).filter(|statement| statement.starts_with("pub"));
            let paths = exported.flat_map(|statement| tree(used(statement).unwrap_or_default()));
            let full = paths.filter_map(|path| all.absolute(module, &path));
            let named = full.filter_map(|path| Some((path.last()?.clone(), path)));
            all.exports.insert(module.clone(), named.collect());
        }
        all
    }

    /// A path from the root of the crate; none of one that leads out of it.
    fn absolute(&self, module: &Module, path: &[String]) -> Option<Module> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let base: Module = match path.first()?.as_str() {
            "crate" => Module::new(),
            "self" => module.clone(),
            "super" => module[..module.len().checked_sub(ups)?].to_vec(),
            child => {
                let below = [module.as_slice(), &[child.to_owned()]].concat();
                self.code.contains_key(&below).then(|| module.clone())?
            }
        };
        let rest = path
            .iter()
            .skip_while(|part| ["crate", "self", "super"].contains(&part.as_str()));
        Some(
            base.into_iter()
                .chain(rest.filter(|part| *part != "*").cloned())
                .collect(),
        )
    }

    /// The module that defines what a path from the root leads to, through re-exports.
    fn resolved(&self, path: &[String], depth: usize) -> Option<Module> {
        let length = (1..=path.len())
            .rev()
            .find(|length| self.code.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let exported = rest.first().and_then(|name| self.exports.get(module)?.get(name));
        match exported {
            Some(full) if full != path && depth > 0 => {
                self.resolved(&[full.as_slice(), &rest[1..]].concat(), depth - 1)
            }
            _ => Some(module.to_vec()),
        }
    }

    /// All uses within a room. A re-export uses nothing: a folder's `mod.rs` is the door to its files.
    fn uses(&self) -> Uses {
        let of = |module: &Module, code: &str| {
            let mut paths: Vec<Module> = statements(code)
                .filter(|statement| !statement.starts_with("pub"))
                .flat_map(|statement| tree(used(statement).unwrap_or_default()))
                .collect();
            paths.extend(inline(code));
            let mut uses = BTreeMap::new();
            for path in paths {
                let full = self.absolute(module, &path);
                let Some(used) = full.and_then(|full| self.resolved(&full, 8)) else {
                    continue;
                };
                if used != *module && used[0] == module[0] {
                    uses.entry(used).or_insert_with(|| path.join("::"));
                }
            }
            uses
        };
        let all = self.code.iter();
        all.map(|(module, code)| (module.clone(), of(module, code))).collect()
    }
}

/// The module of a file; none for `lib.rs` and `main.rs`.
fn module(path: &str) -> Option<Module> {
    let below = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let below = below.strip_suffix("/mod").unwrap_or(below);
    (!["lib", "main"].contains(&below)).then(|| below.split('/').map(str::to_owned).collect())
}

/// The code of a file without comments and tests.
fn code(source: &Source) -> String {
    let lines = source.code().map(|(_, line)| line.split(" // ").next().unwrap_or(line));
    let lines = lines.take_while(|line| !line.starts_with("#[cfg(test)]"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The statements of a text that could be imports, from their first word on.
fn statements(code: &str) -> impl Iterator<Item = &str> {
    code.split(';').filter_map(|statement| {
        let start = statement.rfind("\nuse ").map(|at| at + 1);
        let start = start.or_else(|| statement.rfind("\npub").map(|at| at + 1));
        let statement = statement.get(start.unwrap_or(0)..)?.trim_start();
        used(statement).map(|_| statement)
    })
}

/// The tree of a `use` statement.
fn used(statement: &str) -> Option<&str> {
    let rest = match statement.strip_prefix("pub") {
        None => statement,
        Some(rest) => match rest.strip_prefix('(') {
            Some(rest) => rest.split_once(") ")?.1,
            None => rest.trim_start(),
        },
    };
    rest.strip_prefix("use ")
}

/// The paths of a tree such as `super::{Bot, rest::{self, Rest}}`.
fn tree(text: &str) -> Vec<Module> {
    let text = text.trim();
    let Some((head, branches)) = text.split_once('{') else {
        let path = text.split(" as ").next().unwrap_or(text);
        let parts = path.split("::").map(|part| part.trim().to_owned());
        return vec![parts.filter(|part| !part.is_empty()).collect()];
    };
    let head: Module = head
        .split("::")
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let branches = branches.trim_end().strip_suffix('}').unwrap_or(branches);
    let mut depth = 0_usize;
    let split = branches.split(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ',' && depth == 0
    });
    let paths = split.filter(|branch| !branch.trim().is_empty()).flat_map(tree);
    paths
        .map(|path| {
            let rest = path
                .into_iter()
                .enumerate()
                .filter(|(at, part)| *at > 0 || part != "self");
            head.iter().cloned().chain(rest.map(|(_, part)| part)).collect()
        })
        .collect()
}

/// Paths in the code itself, outside of `use` statements and visibilities.
fn inline(code: &str) -> Vec<Module> {
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    let lines = code.lines().filter(|line| used(line.trim_start()).is_none());
    let words = lines.flat_map(|line| {
        let line = line
            .split_once("pub(in ")
            .map_or(line, |(_, rest)| rest.split_once(')').map_or("", |(_, rest)| rest));
        line.split(move |letter| !is_path(letter))
    });
    let paths =
        words.filter(|word| word.contains("::") && word.starts_with(|letter: char| letter.is_ascii_lowercase()));
    paths
        .map(|path| {
            path.split("::")
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect()
}

/// Files that all reach each other.
struct Circle {
    room: String,
    /// Uses of each module, with the path by which it names the other.
    steps: Vec<(Module, Module, String)>,
}

impl Circle {
    fn advice(&self) -> String {
        let step = |(from, to, path): &(Module, Module, String)| {
            format!("\n  {} uses {} as `{path}`", from.join("/"), to.join("/"))
        };
        format!("{}:{}", self.room, self.steps.iter().map(step).collect::<String>())
    }
}

/// The circles among the modules: the classes of those that reach each other.
fn circles(uses: &Uses) -> Vec<Circle> {
    let reach: BTreeMap<&Module, BTreeSet<&Module>> =
        uses.keys().map(|module| (module, reached(uses, module))).collect();
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for (module, below) in &reach {
        let circle: BTreeSet<&Module> = below
            .iter()
            .filter(|other| reach[**other].contains(*module))
            .copied()
            .collect();
        if circle.is_empty() || !seen.insert(circle.clone()) {
            continue;
        }
        let steps = circle.iter().flat_map(|from| {
            let inside = uses[*from].iter().filter(|(to, _)| circle.contains(*to));
            inside.map(|(to, path)| ((*from).clone(), to.clone(), path.clone()))
        });
        circles.push(Circle {
            room: module[0].clone(),
            steps: steps.collect(),
        });
    }
    circles
}

/// The modules that a module uses, directly or through others.
fn reached<'a>(uses: &'a Uses, module: &Module) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Module> = uses[module].keys().collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(uses.get(next).into_iter().flat_map(BTreeMap::keys));
        }
    }
    reached
}
