//! Pictures of a review: who does what, load against agreed share, the timeline, who stays.

use crate::closed_set::closed_set;
use crate::message::NoteCode;
use serde_json::{Map, Value, json};

use super::assessment::importance_performance;
use super::network::{loss_curve, network_map};
use super::spec::{config, label_expression};
use crate::estimate::Estimate;
use crate::health::Ledger;
use crate::message::parse_date;
use crate::message::{Language, format_date, format_integer, format_percent, phrases, sentence};
use crate::network::{Lost, Network, Seeded};
use crate::report::figure::{FigureKind, Writer};
use crate::report::words::text_or;
use crate::report::{Axis, Names, ShownReview, colour, say};

/// More rows than this no picture can show; the text alternative says how many are left out.
const MOST_ROWS: usize = 60;
const ROW: usize = 26;
/// A curve of losses goes no further.
const MOST_LOST: usize = 10;

closed_set! {
    #[unknown("picture", "is no picture of a review")]
    /// A picture of a review.
    pub enum ReviewPicture {
        /// Activities by stakeholders: responsible, accountable, consulted, informed.
        Responsibilities = "responsibilities",
        /// What each stakeholder carries against what it agreed to.
        Load = "load",
        /// Activities, meetings and conflicts by day.
        Timeline = "timeline",
        /// The share of stakeholders still taking part.
        Retention = "retention",
        /// Importance over performance, as the partners rate them.
        ImportancePerformance = "importance_performance",
        /// The map of the first network.
        Network = "network",
        /// What breaks in it when partners go.
        Loss = "loss",
    }
}

/// A stakeholder, the share it carries and the share that was agreed.
type LoadBar = (String, f64, Option<f64>);

/// The picture as a specification.
pub(super) fn spec(review: &ShownReview<'_>, picture: ReviewPicture, language: Language) -> Value {
    let pen = Pen { review, language, names: Names::new(review, language) };
    match picture {
        ReviewPicture::Responsibilities => pen.matrix(),
        ReviewPicture::Load => pen.load(),
        ReviewPicture::Timeline => pen.timeline(),
        ReviewPicture::Retention => pen.retention(),
        ReviewPicture::ImportancePerformance => pen.importance_performance(),
        ReviewPicture::Network => pen.network(),
        ReviewPicture::Loss => pen.loss(),
    }
}

struct Pen<'r> {
    review: &'r ShownReview<'r>,
    language: Language,
    names: Names<'r>,
}

/// An axis of names in the order of the data.
fn names_axis(field: &str) -> Value {
    json!({ "field": field, "type": "nominal", "sort": null, "axis": { "title": null, "labelLimit": 320 } })
}

fn text(field: &str) -> Value {
    json!({ "field": field, "type": "nominal" })
}

impl Pen<'_> {
    fn say(&self, key: &str) -> String {
        say(key, self.language).to_owned()
    }

    /// The specification around a body, with what somebody who does not see it is told.
    fn spec(&self, description: &str, body: Value) -> Value {
        let mut spec = Map::new();
        spec.insert("description".to_owned(), description.into());
        if let Value::Object(body) = body {
            spec.extend(body);
        }
        spec.insert("config".to_owned(), config());
        Value::Object(spec)
    }

    /// A picture without anything in it.
    fn empty(&self, title: &str) -> Value {
        let description = format!("{}. {}", self.say(title), self.say("nothing_to_draw"));
        let layer = json!({ "data": { "values": [] }, "mark": "point", "width": "container", "height": ROW });
        self.spec(&description, layer)
    }

    /// “Title. Most: City: 4. Least: Residents: 1.” and what is not drawn.
    fn alternative(&self, title: &str, rows: &[(f64, String)], left_out: usize) -> String {
        let mut description = format!("{}.", self.say(title));
        let most = rows.iter().reduce(|a, b| if b.0 > a.0 { b } else { a });
        let least = rows.iter().reduce(|a, b| if b.0 <= a.0 { b } else { a });
        if let (Some(most), Some(least)) = (most, least) {
            for (key, row) in [("most", most), ("least", least)] {
                description.push_str(&format!(" {}.", sentence::labelled(self.say(key), &row.1, self.language)));
            }
        }
        if left_out > 0 {
            let n = format_integer(left_out as u64, self.language);
            description.push_str(&format!(" {}.", sentence::labelled(self.say("hidden"), &n, self.language)));
        }
        description
    }

    /// Stakeholders that a published review does not show by themselves.
    fn hidden(&self, shown: usize, all: usize) -> usize {
        if self.review.own.is_none() { all.saturating_sub(shown) } else { 0 }
    }

    fn matrix(&self) -> Value {
        let rows = &self.review.responsibilities.activities;
        let mut data = Vec::new();
        let mut counts: Vec<(f64, String)> = Vec::new();
        let parts = ["responsible", "accountable", "consulted", "informed"];
        for row in rows.iter().take(MOST_ROWS) {
            let activity = text_or(Some(&row.title), &row.activity, self.language);
            let lists = [&row.responsible, &row.accountable, &row.consulted, &row.informed];
            for (key, list) in parts.into_iter().zip(lists) {
                for id in list {
                    let (stakeholder, part) = (self.names.stakeholder(id), self.say(key));
                    let told = sentence::labelled(format!("{activity}, {stakeholder}"), &part, self.language);
                    data.push(json!({ "activity": activity, "stakeholder": stakeholder, "part": part, "text": told }));
                }
            }
        }
        for stakeholder in self.review.stakeholders {
            let has = |list: &Vec<String>| list.contains(&stakeholder.stakeholder);
            let tasks = rows.iter().filter(|row| has(&row.responsible) || has(&row.accountable)).count();
            let n = format_integer(tasks as u64, self.language);
            let name = self.names.stakeholder(&stakeholder.stakeholder);
            counts.push((tasks as f64, sentence::labelled(&name, &n, self.language)));
        }
        if data.is_empty() {
            return self.empty("matrix_title");
        }
        let description = self.alternative("matrix_title", &counts, rows.len().saturating_sub(MOST_ROWS));
        let height = rows.len().min(MOST_ROWS) * ROW * 2;
        let domain: Vec<String> = parts.iter().map(|key| self.say(key)).collect();
        let colours = [colour::LAST, colour::FIRST, colour::MIDDLE, colour::FAINT];
        let body = json!({
            "width": "container",
            "height": height,
            "autosize": { "type": "fit-x", "contains": "padding" },
            "data": { "values": data },
            "mark": { "type": "point", "filled": true, "size": 120, "opacity": 1 },
            "encoding": {
                "y": names_axis("activity"),
                "x": { "field": "stakeholder", "type": "nominal", "sort": null,
                       "axis": { "title": null, "labelAngle": -40, "labelLimit": 200 } },
                "yOffset": { "field": "part", "type": "nominal", "sort": domain },
                "color": { "field": "part", "type": "nominal", "sort": domain,
                           "scale": { "domain": domain, "range": colours },
                           "legend": { "title": null, "orient": "bottom" } },
                "shape": { "field": "part", "type": "nominal", "sort": domain,
                           "scale": { "domain": domain, "range": ["circle", "square", "triangle-up", "diamond"] } },
                "tooltip": text("text"), "description": text("text"),
            },
        });
        self.spec(&description, body)
    }

    fn load(&self) -> Value {
        let mut panels: Vec<(String, Vec<LoadBar>, usize)> = Vec::new();
        for ledger in self.review.shares.ledgers.iter().filter(|ledger| ledger.reason.is_none()) {
            // A share of the whole load is no mark for one kind of it.
            let of_the_whole = ledger.notes.iter().any(|note| note.code == NoteCode::AGREED_FOR_WHOLE);
            let agreed = |share: Option<f64>| share.filter(|_| !of_the_whole);
            let rows = ledger
                .rows
                .iter()
                .map(|row| (self.names.stakeholder(&row.stakeholder), row.share, agreed(row.agreed_share)));
            panels.push((
                self.panel(ledger),
                rows.collect(),
                self.hidden(ledger.rows.len(), ledger.stakeholders as usize),
            ));
        }
        if panels.is_empty() {
            let loads = &self.review.responsibilities.loads;
            let row = |row: &crate::health::LoadRow| {
                Some((self.names.stakeholder(&row.stakeholder), row.share?, row.agreed.then_some(row.expected_share)))
            };
            panels.push((self.say("tasks"), loads.iter().filter_map(row).collect(), 0));
        }
        panels.retain(|(_, rows, hidden)| !rows.is_empty() || *hidden > 0);
        if panels.iter().all(|(_, rows, _)| rows.is_empty()) {
            let mut spec = self.empty("load_title");
            let hidden: usize = panels.iter().map(|(_, _, hidden)| *hidden).max().unwrap_or_default();
            if let (Some(slot), true) = (spec.get_mut("description"), hidden > 0) {
                *slot = self.alternative("load_title", &[], hidden).into();
            }
            return spec;
        }
        let mut told = Vec::new();
        let mut views = Vec::new();
        for (title, rows, hidden) in &panels {
            let percent = |share: f64| format_percent(share, 0, self.language);
            let figures: Vec<(f64, String)> = rows
                .iter()
                .map(|(name, share, _)| (*share, sentence::labelled(name, percent(*share), self.language)))
                .collect();
            told.push(format!("{title}. {}", self.alternative("load_title", &figures, *hidden)));
            let data: Vec<Value> = rows
                .iter()
                .zip(&figures)
                .map(|((name, share, agreed), (_, figure))| {
                    let agreed_text = agreed.map(|agreed| {
                        format!("; {}", sentence::labelled(self.say("agreed_share"), percent(agreed), self.language))
                    });
                    json!({ "stakeholder": name, "share": share, "agreed": agreed, "text": format!("{figure}{}", agreed_text.unwrap_or_default()) })
                })
                .collect();
            views.push(self.bars(title, data, rows.len()));
        }
        self.spec(&told.join(" "), json!({ "vconcat": views }))
    }

    fn panel(&self, ledger: &Ledger) -> String {
        self.say(if ledger.kind == "all" { "all_kinds" } else { &ledger.kind })
    }

    fn bars(&self, title: &str, data: Vec<Value>, rows: usize) -> Value {
        let ends = [
            Estimate { value: Some(0.0), ..Estimate::default() },
            Estimate { value: Some(1.0), ..Estimate::default() },
        ];
        let writer = Writer::new(FigureKind::Share, &ends, self.language);
        let axis = Axis::new(FigureKind::Share, &ends);
        let x = |field: &str| match &axis {
            Some(axis) => json!({
                "field": field, "type": "quantitative", "scale": { "domain": [0, 1] },
                "axis": { "title": title, "values": axis.ticks, "labelExpr": label_expression(axis, writer) },
            }),
            None => json!({ "field": field, "type": "quantitative" }),
        };
        json!({
            "width": 360,
            "height": rows.max(1) * ROW,
            "data": { "values": data },
            "encoding": { "y": names_axis("stakeholder") },
            "layer": [
                { "mark": { "type": "bar", "color": colour::LAST },
                  "encoding": { "x": x("share"), "tooltip": text("text"), "description": text("text") } },
                { "mark": { "type": "tick", "color": colour::INK, "thickness": 3, "size": 20, "aria": false },
                  "encoding": { "x": x("agreed") } },
            ],
        })
    }

    fn timeline(&self) -> Value {
        let day = |text: &str| parse_date(text).map(time::Date::to_julian_day);
        let known: Vec<(i32, i32, &crate::health::TimelineRow)> =
            self.review.timeline.iter().filter_map(|row| Some((day(&row.from)?, day(&row.to)?, row))).collect();
        let (Some(first), Some(last)) = (known.iter().map(|row| row.0).min(), known.iter().map(|row| row.1).max())
        else {
            return self.empty("timeline_title");
        };
        let mut lanes: Vec<String> = Vec::new();
        let mut data = Vec::new();
        let mut left_out = 0_usize;
        for (from, to, row) in &known {
            let own = text_or(row.title.as_ref(), &row.id, self.language);
            let lane = if row.kind == "conflict" { self.say("conflicts") } else { own.to_owned() };
            if !lanes.contains(&lane) {
                if lanes.len() == MOST_ROWS {
                    left_out += 1;
                    continue;
                }
                lanes.push(lane.clone());
            }
            let days = if from == to {
                format_date(&row.from, self.language)
            } else {
                sentence::range(
                    format_date(&row.from, self.language),
                    format_date(&row.to, self.language),
                    self.language,
                )
            };
            let told = sentence::labelled(own, &days, self.language);
            data.push(json!({ "lane": lane, "kind": row.kind, "from": from, "to": to, "text": told }));
        }
        let count = |kind: &str| known.iter().filter(|row| row.2.kind == kind).count();
        let kinds = [("activities", "activity"), ("meetings", "meeting"), ("conflicts", "conflict")];
        let mut description = format!("{}.", self.say("timeline_title"));
        let span = sentence::range(written(first, self.language), written(last, self.language), self.language);
        description.push_str(&format!(" {span}."));
        for (word, kind) in kinds.into_iter().filter(|(_, kind)| count(kind) > 0) {
            let n = format_integer(count(kind) as u64, self.language);
            description.push_str(&format!(" {}.", sentence::labelled(self.say(word), &n, self.language)));
        }
        let hidden = if self.review.own.is_none() { self.review.conflicts.n as usize } else { 0 };
        if hidden + left_out > 0 {
            let n = format_integer((hidden + left_out) as u64, self.language);
            description.push_str(&format!(" {}.", sentence::labelled(self.say("hidden"), &n, self.language)));
        }
        let step = ((last - first) / 5).max(1);
        let ticks: Vec<i32> = (0..6).map(|tick| first + tick * step).filter(|tick| *tick <= last).collect();
        let labels: Map<String, Value> =
            ticks.iter().map(|tick| (tick.to_string(), written(*tick, self.language).into())).collect();
        let labels = Value::Object(labels).to_string();
        let x = json!({
            "field": "from", "type": "quantitative", "scale": { "domain": [first, last], "zero": false, "nice": false },
            "axis": { "title": null, "values": ticks, "labelExpr": format!("({labels})[datum.value]"), "labelAngle": -30 },
        });
        let body = json!({
            "width": "container",
            "height": lanes.len() * ROW,
            "autosize": { "type": "fit-x", "contains": "padding" },
            "data": { "values": data },
            "encoding": {
                "y": { "field": "lane", "type": "nominal", "sort": lanes, "axis": { "title": null, "labelLimit": 320 } },
                "x": x, "tooltip": text("text"), "description": text("text"),
            },
            "layer": [
                { "transform": [{ "filter": "datum.to > datum.from" }],
                  "mark": { "type": "rule", "strokeWidth": 8, "opacity": 0.6, "color": colour::LAST },
                  "encoding": { "x2": { "field": "to" } } },
                { "transform": [{ "filter": "datum.to <= datum.from" }],
                  "mark": { "type": "point", "filled": true, "size": 70, "opacity": 1, "color": colour::FIRST } },
            ],
        });
        self.spec(&description, body)
    }

    /// From what may be shared of the ratings, also among partners.
    fn importance_performance(&self) -> Value {
        match &self.review.self_assessment {
            Some(ratings) => importance_performance(ratings.content(), self.language),
            None => self.empty("self_assessment"),
        }
    }

    /// The first network; a published review holds none.
    fn first_network(&self) -> Option<Network> {
        self.review.own?.content().networks.first()?.ties.network(None).ok()
    }

    fn network(&self) -> Value {
        let name = |id: &str| self.names.stakeholder(id);
        let drawn = self.first_network().and_then(|of| network_map(&of, Some("sector"), &name, self.language).ok());
        drawn.unwrap_or_else(|| self.empty("networks"))
    }

    /// For up to half of the partners, and no more than ten.
    fn loss(&self) -> Value {
        let network = self.first_network();
        let lost =
            network.and_then(|of| of.loss((of.nodes().len() / 2).min(MOST_LOST), Lost::default(), Seeded::new()).ok());
        let named = lost.map(|mut lost| {
            for who in lost.rows.iter_mut().filter_map(|row| row.labels.get_mut(1)).filter(|who| !who.is_empty()) {
                *who = who.split("; ").map(|id| self.names.stakeholder(id)).collect::<Vec<_>>().join("; ");
            }
            lost
        });
        let drawn = named.and_then(|lost| lost.losses()).map(|curve| loss_curve(&curve, self.language));
        drawn.unwrap_or_else(|| self.empty("networks"))
    }

    fn retention(&self) -> Value {
        let curve = self.review.retention.overall;
        let Some(end) = curve.steps.last() else { return self.empty("retention_title") };
        let percent = |share: f64| format_percent(share, 0, self.language);
        let days = |days: f64| crate::message::format_number(days, 0, self.language);
        let mut data = vec![json!({ "days": 0, "share": 1, "low": 1, "high": 1, "text": percent(1.0) })];
        for step in &curve.steps {
            let label = sentence::labelled(
                format!("{} {}", self.say("days"), days(step.days)),
                percent(step.share),
                self.language,
            );
            let (low, high) = (step.low.unwrap_or(step.share), step.high.unwrap_or(step.share));
            data.push(json!({ "days": step.days, "share": step.share, "low": low, "high": high, "text": label }));
        }
        let figures = [
            (1.0, percent(1.0)),
            (end.share, format!("{}, {} {}", percent(end.share), self.say("days"), days(end.days))),
        ];
        let description = self.alternative("retention_title", &figures, 0);
        let ends = |values: [f64; 2]| values.map(|value| Estimate { value: Some(value), ..Estimate::default() });
        let (times, shares) = (ends([0.0, end.days.max(1.0)]), ends([0.0, 1.0]));
        let axis = |kind, ends: &[Estimate; 2], title: &str| {
            let axis = Axis::new(kind, ends)?;
            let labels = label_expression(&axis, Writer::new(kind, ends, self.language));
            Some(json!({ "title": title, "values": axis.ticks, "labelExpr": labels }))
        };
        let title = self.say(&curve.clock);
        let x = axis(FigureKind::Number, &times, &format!("{}, {title}", self.say("days")));
        let y = axis(FigureKind::Share, &shares, phrases::SHARE.said(self.language));
        let body = json!({
            "width": "container",
            "height": 240,
            "autosize": { "type": "fit-x", "contains": "padding" },
            "data": { "values": data },
            "encoding": { "x": { "field": "days", "type": "quantitative", "axis": x } },
            "layer": [
                { "mark": { "type": "area", "interpolate": "step-after", "opacity": 0.2, "color": colour::LAST, "aria": false },
                  "encoding": { "y": { "field": "low", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": y },
                                "y2": { "field": "high" } } },
                { "mark": { "type": "line", "interpolate": "step-after", "strokeWidth": 3, "color": colour::LAST, "aria": false },
                  "encoding": { "y": { "field": "share", "type": "quantitative" } } },
                { "mark": { "type": "point", "filled": true, "size": 50, "opacity": 1, "color": colour::LAST },
                  "encoding": { "y": { "field": "share", "type": "quantitative" },
                                "tooltip": text("text"), "description": text("text") } },
            ],
        });
        self.spec(&description, body)
    }
}

fn written(day: i32, language: Language) -> String {
    let Ok(date) = time::Date::from_julian_day(day) else { return String::new() };
    format_date(&format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()), language)
}
