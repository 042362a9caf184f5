//! The review for those who work together: every finding, every table.

use super::super::document::{Block, Document, Row, Section, Tone};
use super::super::{ReportAudience, assessment, network};
use super::names::Names;
use super::{ShownNetwork, ShownReview, heading, number, percent, say, section, table};
use crate::health::{Ledger, SurvivalCurve, finding_help};
use crate::message::{Language, format_integer, format_number};
use crate::report::words;

/// What every part needs.
pub(super) struct Writer<'r> {
    pub(super) review: &'r ShownReview<'r>,
    pub(super) language: Language,
    pub(super) names: Names<'r>,
}

pub(super) fn document(review: &ShownReview<'_>, language: Language) -> Document {
    let writer = Writer { review, language, names: Names::new(review, language) };
    let mut blocks = vec![Block::Facts(writer.facts())];
    // What residents may be given names only those who agreed to it.
    blocks.extend(review.own.map(|_| Block::Remark(Tone::Plain, writer.say("confidential"))));
    blocks.push(writer.findings());
    blocks.extend(writer.gone());
    blocks.push(writer.responsibilities());
    blocks.push(writer.shares());
    blocks.push(writer.communication());
    blocks.push(writer.conflicts());
    blocks.push(writer.retention());
    blocks.extend(writer.self_assessment(ReportAudience::Partners));
    blocks.extend(writer.networks());
    blocks.extend(writer.actions());
    blocks.push(writer.not_judged());
    blocks.push(writer.how_made());
    Document { title: heading(review, language), blocks }
}

impl Writer<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        say(key, self.language).to_owned()
    }

    pub(super) fn count(&self, count: u32) -> String {
        format_integer(u64::from(count), self.language)
    }

    fn fact(&self, key: &str, value: impl Into<String>) -> (String, String) {
        (self.say(key), value.into())
    }

    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let mut facts = vec![self.fact("as_of", self.names.date(self.review.as_of))];
        facts.extend(self.review.previous.map(|date| self.fact("previous", self.names.date(date))));
        facts
    }

    fn section(&self, id: &str, title: &str, blocks: Vec<Block>) -> Block {
        section(id, title, blocks, self.language)
    }

    fn table(&self, caption: &str, columns: &[&str], rows: Vec<Row>) -> Vec<Block> {
        table(caption, columns, rows, self.language)
    }

    /// What is to be known, each sentence once.
    fn notes<'n>(&self, notes: impl IntoIterator<Item = &'n crate::estimate::Note>) -> Vec<Block> {
        let list = words::notes(notes, self.language);
        if list.is_empty() { Vec::new() } else { vec![Block::List(list)] }
    }

    fn findings(&self) -> Block {
        let rows = self.review.findings.iter().map(|finding| {
            let movement = finding.movement.map(|movement| self.say(movement.as_str())).unwrap_or_default();
            Row::new(
                self.names.finding(finding),
                [self.say(finding.severity.as_str()), movement, finding.actions.join(", ")],
            )
        });
        let columns = ["finding", "severity", "since_last_time", "actions"];
        let mut blocks = self.table("findings", &columns, rows.collect());
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(self.say("no_findings")));
        }
        let mut helps: Vec<String> = Vec::new();
        for help in self.review.findings.iter().filter_map(|finding| finding_help(finding.code, self.language)) {
            if !helps.iter().any(|known| known == help) {
                helps.push(help.to_owned());
            }
        }
        if !helps.is_empty() {
            blocks.push(self.section("helps", "what_helps", vec![Block::List(helps)]));
        }
        self.section("findings", "findings", blocks)
    }

    fn gone(&self) -> Option<Block> {
        let rows: Vec<Row> = self
            .review
            .past_findings
            .iter()
            .map(|past| Row::new(self.names.past(past), [self.say(past.movement.as_str())]))
            .collect();
        let blocks = self.table("gone", &["finding", "since_last_time"], rows);
        (!blocks.is_empty()).then(|| self.section("gone", "gone", blocks))
    }

    fn responsibilities(&self) -> Block {
        let part = &self.review.responsibilities;
        let names = |ids: &[String]| self.names.stakeholders(ids);
        let rows = part.activities.iter().map(|row| {
            let lists = [&row.responsible, &row.accountable, &row.consulted, &row.informed].map(|ids| names(ids));
            Row::new(words::text_or(Some(&row.title), &row.activity, self.language), lists)
        });
        let columns = ["activity", "responsible", "accountable", "consulted", "informed"];
        let mut blocks = self.table("who_does_what", &columns, rows.collect());
        let rows = part.loads.iter().map(|row| {
            let counts = [row.tasks, row.responsible, row.accountable, row.consulted, row.informed];
            let mut cells: Vec<String> = counts.into_iter().map(|count| self.count(count)).collect();
            cells.extend([percent(row.share, self.language), percent(Some(row.expected_share), self.language)]);
            Row::new(self.names.stakeholder(&row.stakeholder), cells)
        });
        let columns =
            ["stakeholder", "tasks", "responsible", "accountable", "consulted", "informed", "share", "expected_share"];
        blocks.extend(self.table("load", &columns, rows.collect()));
        let rows = part.dependencies.iter().map(|row| {
            let kind = if row.kind == "objective" { "objective" } else { "activity" };
            Row::new(self.names.name(kind, &row.id), [self.say(kind), self.names.stakeholder(&row.stakeholder)])
        });
        blocks.extend(self.table("depends_on_one", &["what", "kind", "stakeholder"], rows.collect()));
        let rows = part.sectors.iter().map(|row| {
            let expected = self.say(if row.expected { "yes" } else { "no" });
            let representatives = row.representatives.map(|count| self.count(count)).unwrap_or_default();
            Row::new(self.say(&row.sector), [expected, self.count(row.stakeholders), representatives])
        });
        blocks.extend(self.table(
            "sectors",
            &["sector", "expected", "stakeholders", "representatives"],
            rows.collect(),
        ));
        let rows = part.roles.iter().map(|row| {
            Row::new(words::text_or(Some(&row.title), &row.role, self.language), [names(&row.stakeholders)])
        });
        blocks.extend(self.table("roles", &["role", "stakeholders"], rows.collect()));
        let rows = part.objectives.iter().map(|row| {
            let owner = row.owner.as_ref().map(|id| self.names.stakeholder(id)).unwrap_or_default();
            let counts = [row.shared_by, row.activities, row.indicators].map(|count| self.count(count));
            let title = words::text_or(Some(&row.title), &row.objective, self.language);
            Row::new(title, [owner].into_iter().chain(counts))
        });
        let columns = ["objective", "owner", "shared_by", "activities", "indicators"];
        blocks.extend(self.table("objectives", &columns, rows.collect()));
        let rows = part.theory.coverage.iter().filter(|row| row.of > 0).map(|row| {
            let cells = [self.count(row.n), self.count(row.of), percent(row.share, self.language)];
            Row::new(self.say(&row.what), cells)
        });
        blocks.extend(self.table("theory", &["what", "number", "of", "share"], rows.collect()));
        self.section("responsibilities", "responsibilities", blocks)
    }

    fn shares(&self) -> Block {
        let part = &self.review.shares;
        let mut blocks: Vec<Block> = Vec::new();
        for (index, ledger) in part.ledgers.iter().enumerate() {
            let title = self.ledger_name(ledger);
            let blocks_of = self.ledger(ledger);
            let section = crate::report::document::Section {
                id: format!("ledger-{}", index + 1),
                title,
                theme: None,
                blocks: blocks_of,
            };
            blocks.push(Block::Section(section));
        }
        blocks.extend(self.needs());
        let rows = part.recognition.iter().map(|row| {
            let last = self.names.dated(row.last_recognition.as_ref());
            let cells =
                [self.count(row.contributions), row.recognitions.map(|n| self.count(n)).unwrap_or_default(), last];
            Row::new(self.names.stakeholder(&row.stakeholder), cells)
        });
        blocks.extend(self.table(
            "recognition",
            &["stakeholder", "contributions", "thanks", "last_thanks"],
            rows.collect(),
        ));
        blocks.extend(self.notes(&part.notes));
        self.section("shares", "shares", blocks)
    }

    fn ledger_name(&self, ledger: &Ledger) -> String {
        let key = if ledger.kind == "all" { "all_kinds" } else { &ledger.kind };
        ledger.unit.as_ref().map_or_else(|| self.say(key), |unit| format!("{} ({unit})", self.say(key)))
    }

    fn ledger(&self, ledger: &Ledger) -> Vec<Block> {
        let language = self.language;
        let points = |gap: Option<f64>| gap.map(|gap| format_number(gap * 100.0, 0, language)).unwrap_or_default();
        let rows = ledger.rows.iter().map(|row| {
            let cells = [
                self.count(row.n),
                number(Some(row.amount), 2, language),
                percent(Some(row.share), language),
                percent(row.agreed_share, language),
                points(row.gap),
            ];
            Row::new(self.names.stakeholder(&row.stakeholder), cells)
        });
        let columns = ["stakeholder", "contributions", "amount", "share", "agreed_share", "gap"];
        let mut blocks = self.table("shares", &columns, rows.collect());
        let mut facts = Vec::new();
        facts.extend(ledger.total.map(|total| self.fact("total", number(Some(total), 2, language))));
        if let Some(measures) = &ledger.concentration {
            let two = |value: f64| format_number(value, 2, language);
            facts.push(self.fact("gini", format!("{} ({})", two(measures.gini), two(measures.gini_most))));
            facts.push(self.fact("gini_normalised", two(measures.gini_normalised)));
            let herfindahl = format!("{} ({})", two(measures.herfindahl), two(measures.herfindahl_least));
            facts.push(self.fact("herfindahl", herfindahl));
            facts.push(self.fact("herfindahl_normalised", two(measures.herfindahl_normalised)));
        }
        facts.extend(ledger.to_move.map(|share| self.fact("to_move", percent(Some(share), language))));
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        blocks.extend(self.notes(ledger.reason.iter().chain(&ledger.notes)));
        blocks
    }

    pub(super) fn needs(&self) -> Vec<Block> {
        let language = self.language;
        let unit = |amount: Option<f64>, unit: &Option<String>| match unit {
            Some(unit) if amount.is_some() => format!("{} {unit}", number(amount, 2, language)),
            _ => number(amount, 2, language),
        };
        let rows = self.review.shares.needs.iter().map(|row| {
            let late = row.days_late.filter(|days| *days > 0).map(|days| self.count(days.unsigned_abs()));
            let cells = [
                unit(row.amount, &row.unit),
                self.names.dated(row.by.as_ref()),
                unit(row.pledged, &row.unit),
                unit(row.delivered, &row.unit),
                self.say(&row.status),
                late.unwrap_or_default(),
            ];
            Row::new(words::text_or(Some(&row.what), &row.need, language), cells)
        });
        let columns = ["need", "needed", "by", "pledged", "delivered", "status", "days_late"];
        let mut blocks = self.table("needs", &columns, rows.collect());
        blocks.extend(self.notes(self.review.shares.needs.iter().filter_map(|row| row.reason.as_ref())));
        blocks
    }

    fn communication(&self) -> Block {
        let part = &self.review.communication;
        let days = |days: Option<u32>| days.map(|days| self.count(days)).unwrap_or_default();
        let rows = part.channels.iter().map(|row| {
            let cells = [
                self.count(row.events),
                self.names.dated(row.last.as_ref()),
                days(row.planned),
                days(row.kept),
                percent(row.kept_share, self.language),
                days(row.longest_silence_days),
                days(row.longest_delay_days),
            ];
            Row::new(words::text_or(row.title.as_ref(), &row.channel, self.language), cells)
        });
        let columns = ["channel", "events", "last", "planned", "kept", "share", "longest_silence", "longest_delay"];
        let mut blocks = self.table("channels", &columns, rows.collect());
        blocks.extend(self.audiences());
        let rows = part.reached.iter().map(|row| {
            let cells = [self.count(row.meetings), self.count(row.present), percent(row.share, self.language)];
            Row::new(self.names.stakeholder(&row.stakeholder), cells)
        });
        blocks.extend(self.table("reached", &["stakeholder", "meetings", "was_there", "share"], rows.collect()));
        blocks.extend(self.notes(&part.notes));
        self.section("communication", "communication", blocks)
    }

    pub(super) fn audiences(&self) -> Vec<Block> {
        let rows = self.review.communication.audiences.iter().map(|row| {
            let cells = [
                self.count(row.channels),
                self.count(row.events),
                self.names.dated(row.last.as_ref()),
                self.count(row.planned),
                self.count(row.kept),
                row.longest_delay_days.map(|days| self.count(days)).unwrap_or_default(),
            ];
            let key = match row.audience {
                crate::partnership::Audience::Partners => "partners",
                crate::partnership::Audience::Participants => "participants",
                crate::partnership::Audience::Residents => "residents",
                crate::partnership::Audience::Public => "public",
            };
            Row::new(self.say(key), cells)
        });
        let columns = ["audience", "channels", "events", "last", "planned", "kept", "longest_delay"];
        self.table("audiences", &columns, rows.collect())
    }

    fn conflicts(&self) -> Block {
        let part = &self.review.conflicts;
        let mut blocks = Vec::new();
        if part.known {
            blocks.push(Block::Facts(self.conflict_counts()));
        }
        let own = self.review.own.map(|own| &own.content().conflicts);
        let rows = own.iter().flat_map(|own| &own.rows).map(|row| {
            let mediated = row.mediated.map(|mediated| self.say(if mediated { "yes" } else { "no" }));
            let cells = [
                self.names.date(&row.opened),
                self.say(&row.status),
                self.count(row.days),
                mediated.unwrap_or_default(),
                self.names.stakeholders(&row.parties),
            ];
            Row::new(row.conflict.clone(), cells)
        });
        let columns = ["conflict", "opened", "status", "days", "mediated", "parties"];
        blocks.extend(self.table("conflicts", &columns, rows.collect()));
        blocks.extend(self.curves("time_to_settle", own.iter().flat_map(|own| &own.curves)));
        let rows = own.iter().flat_map(|own| &own.recurring).map(|row| {
            let pair = format!("{}, {}", self.names.stakeholder(&row.a), self.names.stakeholder(&row.b));
            Row::new(pair, [self.count(row.n), self.count(row.open)])
        });
        blocks.extend(self.table("recurring", &["stakeholders", "number", "of_which_open"], rows.collect()));
        blocks.extend(self.notes(&part.notes));
        self.section("conflicts", "conflicts", blocks)
    }

    pub(super) fn conflict_counts(&self) -> Vec<(String, String)> {
        let part = &self.review.conflicts;
        let mut facts = vec![
            self.fact("conflicts_so_far", self.count(part.n)),
            self.fact("of_which_open", self.count(part.open)),
            self.fact("of_which_settled", self.count(part.settled)),
        ];
        if part.mediated + part.not_mediated > 0 {
            facts.push(self.fact("mediated", self.count(part.mediated)));
            facts.push(self.fact("not_mediated", self.count(part.not_mediated)));
        }
        facts
    }

    /// One row per curve: how many, the median with its interval, and what is to be known.
    pub(super) fn curves<'c>(
        &self,
        caption: &str,
        curves: impl Iterator<Item = &'c SurvivalCurve> + Clone,
    ) -> Vec<Block> {
        let rows = curves.clone().map(|curve| {
            let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| number(Some(end), 1, self.language));
            let median = &curve.median;
            let days = match median.days {
                Some(days) => number(Some(days), 1, self.language),
                None => self.say("not_reached"),
            };
            let interval = if median.low.is_none() && median.high.is_none() {
                String::new()
            } else {
                crate::message::sentence::range(end(median.low), end(median.high), self.language)
            };
            let clock = self.say(&curve.clock);
            let name = format!("{}, {clock}", self.say(&curve.group));
            let cells = [
                format_integer(curve.n, self.language),
                format_integer(curve.ended, self.language),
                days,
                interval,
                percent(curve.after_one_year, self.language),
            ];
            Row::new(name, cells)
        });
        let columns = ["group", "cases", "ended", "median_days", "interval", "after_one_year"];
        let mut blocks = self.table(caption, &columns, rows.collect());
        let whole = curves.take(2).flat_map(|curve| curve.median.reason.iter().chain(&curve.notes));
        blocks.extend(self.notes(whole));
        blocks
    }

    fn retention(&self) -> Block {
        let part = &self.review.retention;
        let own = self.review.own.map(|own| &own.content().retention);
        let of_own = own.iter().flat_map(|own| own.by_sector.iter().chain(&own.representatives));
        let curves = [part.overall, part.since_joining].into_iter().chain(of_own);
        let mut blocks = self.curves("staying", curves);
        let test = part.comparison;
        if let (Some(permuted), Some(p)) = (test.permutation_p, test.p) {
            let three = |value: f64| format_number(value, 3, self.language);
            let how = if test.exact { format!(" ({})", self.say("exact")) } else { String::new() };
            let facts = vec![self.fact("p_permutation", three(permuted) + &how), self.fact("p_chi_square", three(p))];
            blocks.push(self.section("comparison", "comparison", vec![Block::Facts(facts)]));
        }
        blocks.extend(self.turnover());
        let rows = part.attendance.iter().map(|row| {
            let cells = [
                self.count(row.meetings),
                self.count(row.present),
                self.count(row.missed_in_a_row),
                self.names.dated(row.last_present.as_ref()),
            ];
            Row::new(self.names.stakeholder(&row.stakeholder), cells)
        });
        let columns = ["stakeholder", "meetings", "was_there", "missed_in_a_row", "last"];
        blocks.extend(self.table("attendance", &columns, rows.collect()));
        let rows = own.iter().flat_map(|own| &own.at_risk).map(|row| {
            let reasons: Vec<String> = row.reasons.iter().map(|reason| self.say(reason)).collect();
            Row::new(self.names.stakeholder(&row.stakeholder), [reasons.join(", ")])
        });
        blocks.extend(self.table("at_risk", &["stakeholder", "reasons"], rows.collect()));
        let rows = part.recognition.iter().map(|row| {
            let cells = [
                self.count(row.stays),
                format_integer(row.days, self.language),
                self.count(row.left),
                number(row.left_per_year, 2, self.language),
            ];
            Row::new(self.say(&row.state), cells)
        });
        let columns = ["status", "stays", "days", "left", "left_per_year"];
        blocks.extend(self.table("thanks_as_state", &columns, rows.collect()));
        blocks.extend(self.notes(part.notes.iter().chain(&test.reason)));
        self.section("retention", "retention", blocks)
    }

    pub(super) fn turnover(&self) -> Vec<Block> {
        let rows = self.review.retention.turnover.iter().map(|row| {
            let name = match &row.stakeholder {
                Some(id) => format!("{}: {}", self.say(&row.of), self.names.stakeholder(id)),
                None => self.say(&row.of),
            };
            let counts = [row.stays, row.current, row.left, row.left_last_year].map(|count| self.count(count));
            Row::new(name, counts.into_iter().chain([number(row.left_per_year, 2, self.language)]))
        });
        let columns = ["what", "stays", "current", "left", "left_last_year", "left_per_year"];
        self.table("turnover", &columns, rows.collect())
    }

    /// What may be shared of the partners' ratings, also among them.
    pub(super) fn self_assessment(&self, audience: ReportAudience) -> Option<Block> {
        let shared = self.review.self_assessment.as_ref()?;
        let blocks = assessment::within_review(shared.content(), self.language, audience);
        Some(self.section("self-assessment", "self_assessment", blocks))
    }

    /// The networks as wholes, and each partner in them.
    pub(super) fn networks(&self) -> Option<Block> {
        let networks = &self.review.networks;
        if networks.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Paragraph(self.say("everybody_answered"))];
        for (place, of) in networks.iter().enumerate() {
            let title = self.network_title(of);
            let name = |id: &str| self.names.stakeholder(id);
            let mut parts = network::tables(of.summary, &title, &name, self.language);
            for result in std::iter::once(of.partners).chain(of.received) {
                parts.extend(network::tables(result, &title, &name, self.language));
            }
            parts.extend(self.notes(of.notes));
            let id = format!("network-{}", place + 1);
            blocks.push(Block::Section(Section { id, title, theme: None, blocks: parts }));
        }
        Some(self.section("networks", "networks", blocks))
    }

    /// The kind of ties and the wave.
    fn network_title(&self, of: &ShownNetwork<'_>) -> String {
        let kind = of.kind.map_or_else(|| self.say("networks"), |kind| self.say(kind));
        match of.wave {
            Some(wave) => format!("{kind}, {}", words::text_or(of.wave_label, wave, self.language)),
            None => kind,
        }
    }

    fn actions(&self) -> Option<Block> {
        let rows = self.review.own.iter().flat_map(|own| &own.content().actions).map(|row| {
            let cells = [
                self.say(&row.status),
                row.owner.as_ref().map(|id| self.names.stakeholder(id)).unwrap_or_default(),
                self.names.dated(row.due.as_ref()),
                row.finding.clone().unwrap_or_default(),
                row.finding_state.as_ref().map(|state| self.say(state)).unwrap_or_default(),
                row.outcome.clone().unwrap_or_default(),
            ];
            Row::new(row.title.clone().unwrap_or_else(|| row.action.clone()), cells)
        });
        let columns = ["action", "status", "owner", "due", "answers_finding", "since_last_time", "outcome"];
        let blocks = self.table("actions", &columns, rows.collect());
        (!blocks.is_empty()).then(|| self.section("actions", "actions", blocks))
    }

    fn not_judged(&self) -> Block {
        let review = self.review;
        let notes = review.shares.notes.iter().chain(&review.communication.notes).chain(&review.conflicts.notes);
        let of_networks = review.networks.iter().flat_map(|of| of.summary.notes.iter().chain(&of.partners.notes));
        let notes = notes.chain(of_networks).chain(review.notes);
        let mut blocks = self.notes(notes);
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(self.say("all_judged")));
        }
        self.section("not-judged", "not_judged", blocks)
    }

    pub(super) fn how_made(&self) -> Block {
        let provenance = self.review.provenance;
        let mut facts = self.facts();
        facts.extend(provenance.plan_hash.as_ref().map(|hash| self.fact("plan_hash", hash)));
        if !provenance.table_hashes.is_empty() {
            facts.push(self.fact("table_hashes", provenance.table_hashes.join(", ")));
        }
        facts.push(self.fact("library", format!("cohesion-core {}", provenance.library_version)));
        self.section("how-made", "how_made", vec![Block::Facts(facts)])
    }
}
