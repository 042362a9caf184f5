//! Runs the Rust of every page, in a folder that holds the example files. `suite/readme.rs` writes `readme/pages.rs`.

use std::process::Command;

use super::readme::blocks::{pages as all_pages, root, rust_blocks};
use super::readme::pages::PAGES;

/// The pages read and write files of the working folder, and all tests of a program share one: this test starts the
/// program anew, in that folder, for itself alone.
const IN_THE_FOLDER: &str = "COHESION_PAGES_IN_THE_FOLDER";

#[test]
fn the_rust_of_every_page_runs_and_prints_what_is_shown() {
    if std::env::var_os(IN_THE_FOLDER).is_some() {
        return run_every_page();
    }
    let folder = std::env::temp_dir().join(format!("cohesion-core-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["somerville.toml", "somerville.csv", "kombi.toml", "kombi.csv"] {
        std::fs::copy(root().join("cohesion-core/examples").join(name), folder.join(name)).unwrap();
    }
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "pages::the_rust_of_every_page_runs_and_prints_what_is_shown", "--nocapture"])
        .env(IN_THE_FOLDER, "yes")
        .current_dir(&folder)
        .output()
        .unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    let count = said.lines().find(|line| line.starts_with("rust blocks of the pages: "));
    println!("{}", count.expect("the test ran"));
}

fn run_every_page() {
    let texts = all_pages();
    let (mut count, mut differences) = (0, Vec::new());
    for (name, run) in PAGES {
        let mut shown = Vec::new();
        if let Err(error) = run(&mut shown) {
            panic!("{name}: block {}: {error}", shown.len() + 1);
        }
        let text = &texts.iter().find(|(page, _)| page == name).unwrap().1;
        for (block, printed) in rust_blocks(text).iter().zip(&shown) {
            let printed: String = printed.iter().map(|line| format!("{line}\n")).collect();
            let shows = block.shows.clone().unwrap_or_default();
            if shows != printed {
                differences.push(format!("{name}, line {} shows\n{shows}and prints\n{printed}", block.line));
            }
            count += 1;
        }
    }
    println!("rust blocks of the pages: {count}");
    assert!(count > 0);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
