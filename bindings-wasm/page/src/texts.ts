import type { Language } from "../../js/dist/index.js";

/** Everything the page itself says. The report's texts come from the core. */
export interface Texts {
  skip: string;
  languages: string;
  title: string;
  about: string;
  privacy: string;
  chooseTitle: string;
  example: string;
  exampleAbout: string;
  planLabel: string;
  planHelp: string;
  dataLabel: string;
  dataHelp: string;
  asOfLabel: string;
  asOfHelp: string;
  evaluate: string;
  cancel: string;
  readTitle: string;
  readEmpty: string;
  audienceLabel: string;
  partners: string;
  residents: string;
  keepTitle: string;
  keepEmpty: string;
  saveReport: string;
  saveSpreadsheet: string;
  saveMachine: string;
  saveJson: string;
  savePlan: string;
  print: string;
  lostOnReload: string;
  loading: string;
  working: string;
  done: string;
  cancelled: string;
  noPlan: string;
  noData: string;
  crashed: string;
  tooLarge: (bytes: number, most: number) => string;
  faultsTitle: (count: number) => string;
  line: (line: number) => string;
  unparsedTitle: (count: number) => string;
  unparsedCell: (column: string, row: number, text: string) => string;
  more: (count: number) => string;
}

/** Whole megabytes, upwards. */
function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1_000_000));
}

export const texts: Record<Language, Texts> = {
  en: {
    skip: "Skip to the content",
    languages: "Language",
    title: "How is our partnership doing?",
    about: "Give a plan and the answers of a survey; read what can be said, and how surely.",
    privacy: "Nothing leaves this computer: the page computes in your browser and sends no data.",
    chooseTitle: "1. Choose",
    example: "Try the example",
    exampleAbout: "143 residents of Somerville, Massachusetts, in 2015.",
    planLabel: "Plan",
    planHelp: "A file ending in .toml or .json that says what is measured and how it is judged.",
    dataLabel: "Answers",
    dataHelp: "A CSV file with one line per respondent; comma, semicolon or tab, decimal point or comma.",
    asOfLabel: "As of",
    asOfHelp: "The day that counts as today, for targets and dates.",
    evaluate: "Evaluate",
    cancel: "Stop",
    readTitle: "2. Read",
    readEmpty: "The report appears here.",
    audienceLabel: "Written for",
    partners: "partners, with intervals",
    residents: "residents, in plain sentences",
    keepTitle: "3. Keep",
    keepEmpty: "When there is a report you can save it here.",
    saveReport: "Save the report (HTML)",
    saveSpreadsheet: "Save the table for a spreadsheet (CSV)",
    saveMachine: "Save the table for programs (CSV)",
    saveJson: "Save the results (JSON)",
    savePlan: "Save the plan",
    print: "Print",
    lostOnReload: "The page keeps nothing: when it is closed or loaded again, plan and answers are gone from it.",
    loading: "Loading…",
    working: "Computing…",
    done: "The report is ready.",
    cancelled: "Stopped. Your files are still chosen.",
    noPlan: "Choose a plan first.",
    noData: "Choose a file of answers first.",
    crashed: "The computation broke down. It was started afresh; the other parts of the page still work.",
    tooLarge: (bytes, most) =>
      `The file has ${megabytes(bytes)} MB; a browser takes ${megabytes(most)} MB. Leave out columns that the plan does not name, or use Python.`,
    faultsTitle: (count) => (count === 1 ? "One thing is wrong" : `${count} things are wrong`),
    line: (line) => `line ${line}`,
    unparsedTitle: (count) => (count === 1 ? "One cell is no number" : `${count} cells are no numbers`),
    unparsedCell: (column, row, text) => `column ${column}, row ${row}: “${text}”`,
    more: (count) => `and ${count} more`,
  },
  fr: {
    skip: "Aller au contenu",
    languages: "Langue",
    title: "Où en est notre partenariat ?",
    about: "Donnez un plan et les réponses d’une enquête ; lisez ce que l’on peut en dire, et avec quelle certitude.",
    privacy: "Rien ne quitte cet ordinateur : la page calcule dans votre navigateur et n’envoie aucune donnée.",
    chooseTitle: "1. Choisir",
    example: "Essayer l’exemple",
    exampleAbout: "143 habitants de Somerville (Massachusetts) en 2015.",
    planLabel: "Plan",
    planHelp: "Un fichier .toml ou .json qui dit ce qui est mesuré et comment on en juge.",
    dataLabel: "Réponses",
    dataHelp:
      "Un fichier CSV, une ligne par personne ; virgule, point-virgule ou tabulation, décimales à point ou à virgule.",
    asOfLabel: "En date du",
    asOfHelp: "Le jour qui compte comme aujourd’hui, pour les cibles et les dates.",
    evaluate: "Évaluer",
    cancel: "Arrêter",
    readTitle: "2. Lire",
    readEmpty: "Le rapport paraîtra ici.",
    audienceLabel: "Écrit pour",
    partners: "les partenaires, avec les intervalles",
    residents: "les habitants, en phrases simples",
    keepTitle: "3. Garder",
    keepEmpty: "Quand il y aura un rapport, vous pourrez l’enregistrer ici.",
    saveReport: "Enregistrer le rapport (HTML)",
    saveSpreadsheet: "Enregistrer le tableau pour un tableur (CSV)",
    saveMachine: "Enregistrer le tableau pour un programme (CSV)",
    saveJson: "Enregistrer les résultats (JSON)",
    savePlan: "Enregistrer le plan",
    print: "Imprimer",
    lostOnReload: "La page ne garde rien : fermée ou rechargée, elle oublie le plan et les réponses.",
    loading: "Chargement…",
    working: "Calcul en cours…",
    done: "Le rapport est prêt.",
    cancelled: "Arrêté. Vos fichiers restent choisis.",
    noPlan: "Choisissez d’abord un plan.",
    noData: "Choisissez d’abord un fichier de réponses.",
    crashed: "Le calcul s’est interrompu. Il a été relancé ; le reste de la page fonctionne encore.",
    tooLarge: (bytes, most) =>
      `Le fichier a ${megabytes(bytes)} Mo ; un navigateur en accepte ${megabytes(most)}. Retirez les colonnes que le plan ne nomme pas, ou utilisez Python.`,
    faultsTitle: (count) => (count <= 1 ? "Une chose ne va pas" : `${count} choses ne vont pas`),
    line: (line) => `ligne ${line}`,
    unparsedTitle: (count) =>
      count <= 1 ? "Une cellule n’est pas un nombre" : `${count} cellules ne sont pas des nombres`,
    unparsedCell: (column, row, text) => `colonne ${column}, ligne ${row} : « ${text} »`,
    more: (count) => `et ${count} de plus`,
  },
  nl: {
    skip: "Naar de inhoud",
    languages: "Taal",
    title: "Hoe gaat het met ons partnerschap?",
    about: "Geef een plan en de antwoorden van een enquête; lees wat er te zeggen valt, en hoe zeker dat is.",
    privacy: "Niets verlaat deze computer: de pagina rekent in uw browser en verstuurt geen gegevens.",
    chooseTitle: "1. Kiezen",
    example: "Probeer het voorbeeld",
    exampleAbout: "143 inwoners van Somerville (Massachusetts) in 2015.",
    planLabel: "Plan",
    planHelp: "Een bestand op .toml of .json dat zegt wat er gemeten wordt en hoe het beoordeeld wordt.",
    dataLabel: "Antwoorden",
    dataHelp: "Een CSV-bestand met één regel per persoon; komma, puntkomma of tab, decimale punt of komma.",
    asOfLabel: "Peildatum",
    asOfHelp: "De dag die als vandaag telt, voor doelen en datums.",
    evaluate: "Evalueren",
    cancel: "Stoppen",
    readTitle: "2. Lezen",
    readEmpty: "Het rapport verschijnt hier.",
    audienceLabel: "Geschreven voor",
    partners: "partners, met intervallen",
    residents: "bewoners, in gewone zinnen",
    keepTitle: "3. Bewaren",
    keepEmpty: "Zodra er een rapport is, kunt u het hier bewaren.",
    saveReport: "Rapport bewaren (HTML)",
    saveSpreadsheet: "Tabel bewaren voor een rekenblad (CSV)",
    saveMachine: "Tabel bewaren voor programma’s (CSV)",
    saveJson: "Resultaten bewaren (JSON)",
    savePlan: "Plan bewaren",
    print: "Afdrukken",
    lostOnReload: "De pagina bewaart niets: na sluiten of herladen is zij plan en antwoorden kwijt.",
    loading: "Bezig met laden…",
    working: "Bezig met rekenen…",
    done: "Het rapport is klaar.",
    cancelled: "Gestopt. Uw bestanden zijn nog gekozen.",
    noPlan: "Kies eerst een plan.",
    noData: "Kies eerst een bestand met antwoorden.",
    crashed: "De berekening is vastgelopen. Zij is opnieuw gestart; de rest van de pagina werkt nog.",
    tooLarge: (bytes, most) =>
      `Het bestand is ${megabytes(bytes)} MB; een browser kan ${megabytes(most)} MB aan. Laat kolommen weg die het plan niet noemt, of gebruik Python.`,
    faultsTitle: (count) => (count === 1 ? "Er is één ding fout" : `Er zijn ${count} dingen fout`),
    line: (line) => `regel ${line}`,
    unparsedTitle: (count) => (count === 1 ? "Eén cel is geen getal" : `${count} cellen zijn geen getal`),
    unparsedCell: (column, row, text) => `kolom ${column}, rij ${row}: “${text}”`,
    more: (count) => `en nog ${count}`,
  },
};

/** The language of an address: `?lang=fr`, else the browser's first that is spoken here, else English. */
export function languageOf(search: string, preferred: readonly string[]): Language {
  const spoken = (tag: string | null): Language | undefined => {
    const primary = tag?.split("-")[0]?.toLowerCase();
    return primary === "en" || primary === "fr" || primary === "nl" ? primary : undefined;
  };
  return spoken(new URLSearchParams(search).get("lang")) ?? preferred.map(spoken).find((found) => found) ?? "en";
}
