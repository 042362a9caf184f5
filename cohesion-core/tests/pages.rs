//! Runs the Rust of every page, in a folder that holds the example files. `tests/readme.rs` writes `readme/pages.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "readme/blocks.rs"]
mod blocks;
#[rustfmt::skip]
#[path = "readme/pages.rs"]
mod pages;

use blocks::{pages as all_pages, root, rust_blocks};

#[test]
fn the_rust_of_every_page_runs_and_prints_what_is_shown() {
    let folder = std::env::temp_dir().join(format!("cohesion-core-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["somerville.toml", "somerville.csv", "kombi.toml", "kombi.csv"] {
        std::fs::copy(root().join("cohesion-core/examples").join(name), folder.join(name)).unwrap();
    }
    // Nothing else in this file reads paths relative to the working folder.
    std::env::set_current_dir(&folder).unwrap();
    let texts = all_pages();
    let (mut count, mut differences) = (0, Vec::new());
    for (name, run) in pages::PAGES {
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
    std::env::set_current_dir(root()).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    println!("rust blocks of the pages: {count}");
    assert!(count > 0);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
