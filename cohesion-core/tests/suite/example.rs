//! The example that every newcomer runs first: what it prints is pinned.

#[allow(dead_code)]
#[path = "../../examples/evaluate.rs"]
mod evaluate;

fn printed(arguments: &[&str]) -> Result<(String, String), cohesion_core::Error> {
    let folder = std::env::temp_dir().join(format!("cohesion-example-{}-{}", std::process::id(), arguments.len()));
    std::fs::create_dir_all(&folder).unwrap();
    let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
    let mut out = Vec::new();
    let result = evaluate::run(&arguments, &folder, &mut out);
    let page = std::fs::read_to_string(folder.join("evaluation.html")).unwrap_or_default();
    std::fs::remove_dir_all(&folder).unwrap();
    result.map(|()| (String::from_utf8(out).unwrap(), page))
}

#[test]
fn the_embedded_survey() {
    let (screen, page) = printed(&[]).unwrap();
    insta::assert_snapshot!(screen);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("63%"), "{}", &page[..200]);
}

#[test]
fn any_plan_and_table() {
    let here = |name: &str| format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    let (screen, _) = printed(&[&here("somerville.toml"), &here("somerville.csv"), "2026-06-30"]).unwrap();
    assert!(screen.contains("143"), "{screen}");
    assert_eq!(printed(&["nowhere.toml", "nowhere.csv"]).unwrap_err().kind().as_str(), "file");
    assert_eq!(printed(&["one.toml"]).unwrap_err().kind().as_str(), "not_possible");
}
