//! The words themselves: data for `words`, as people write them. Rows of one meaning, English first, then French, German,
//! Spanish and Chinese.

use super::super::mapping::{ImportEntity, ImportField};
use crate::dto::DealStatus;
use {
    ImportEntity::{Colleague, Deal, Lead, Organization, Person, Product},
    ImportField as F,
};

/// A meaning: the field it is for each kind of record that has it, and its words.
pub(super) type Meaning = (&'static [(ImportEntity, ImportField)], &'static [&'static str]);

#[rustfmt::skip]
pub(super) const MEANINGS: &[Meaning] = &[
    (
        &[
            (Deal, F::ExternalId), (Lead, F::ExternalId), (Organization, F::ExternalId),
            (Person, F::ExternalId), (Product, F::ExternalId), (Colleague, F::ExternalId),
        ],
        &[
            "id", "external id", "record id", "key", "uuid", "guid", "identifiant", "clé", "kennung", "schlüssel",
            "clave", "identificador", "编号", "标识",
        ],
    ),
    (
        &[(Deal, F::SatchelId), (Lead, F::SatchelId), (Organization, F::SatchelId), (Person, F::SatchelId)],
        &["satchel id"],
    ),
    (
        &[(Deal, F::ActualValue)],
        &[
            "sales value", "actual value", "valeur de vente", "valeur réelle", "verkaufswert", "valor de venta", "成交价值",
            "实际金额",
        ],
    ),
    (
        &[(Deal, F::ExternalId)],
        &[
            "opportunity id", "deal id", "id opportunité", "id affaire", "verkaufschance id", "vorgangsnummer",
            "id oportunidad", "id negocio", "商机编号", "商机id",
        ],
    ),
    (
        &[(Lead, F::ExternalId)],
        &[
            "lead id", "id prospect", "id lead", "线索编号", "线索id",
        ],
    ),
    (
        &[(Organization, F::ExternalId)],
        &[
            "account id", "company id", "customer id", "customer number", "account number", "id client",
            "numéro client", "code client", "kundennummer", "kunden nr", "id cliente", "número de cliente", "客户编号",
            "公司编号",
        ],
    ),
    (
        &[(Person, F::ExternalId)],
        &[
            "contact id", "person id", "id contact", "kontakt id", "id contacto", "联系人编号",
        ],
    ),
    (
        &[(Product, F::ExternalId)],
        &[
            "product id", "id produit", "produkt id", "id producto", "产品id",
        ],
    ),
    (
        &[(Colleague, F::ExternalId)],
        &[
            "employee id", "user id", "matricule", "personalnummer", "id empleado", "员工编号", "工号",
        ],
    ),
    (
        &[
            (Deal, F::Title), (Lead, F::Title), (Organization, F::Name),
            (Person, F::Name), (Product, F::Name), (Colleague, F::Name),
        ],
        &[
            "name", "nom", "nombre", "bezeichnung", "名称", "full name", "nom complet", "vollständiger name",
            "nombre completo",
        ],
    ),
    (
        &[(Deal, F::Title), (Lead, F::Title)],
        &[
            "title", "subject", "topic", "titre", "intitulé", "objet", "sujet", "titel", "betreff", "thema",
            "título", "asunto", "标题", "主题",
        ],
    ),
    (
        &[(Deal, F::Title)],
        &[
            "deal", "deal name", "deal title", "opportunity", "opportunity name", "affaire", "nom de l'affaire",
            "opportunité", "verkaufschance", "geschäft", "oportunidad", "negocio", "nombre de la oportunidad", "商机",
            "商机名称", "项目名称",
        ],
    ),
    (
        &[(Lead, F::Title)],
        &[
            "lead", "lead name", "prospect", "interessent", "prospecto", "线索", "线索名称",
        ],
    ),
    (
        &[(Deal, F::Organization), (Lead, F::Organization), (Person, F::Organization), (Organization, F::Name)],
        &[
            "account", "account name", "company", "company name", "organization", "organization name",
            "organisation", "customer", "customer name", "client", "client name", "firm", "business name", "société",
            "entreprise", "compte", "nom du compte", "raison sociale", "nom de la société", "nom du client",
            "établissement", "firma", "unternehmen", "kunde", "kundenname", "firmenname", "betrieb", "empresa",
            "cliente", "compañía", "organización", "cuenta", "razón social", "nombre de la empresa", "客户", "客户名称",
            "公司", "公司名称", "组织", "企业", "企业名称", "单位", "单位名称",
        ],
    ),
    (
        &[(Organization, F::Parent)],
        &[
            "subsidiary of", "parent", "parent company", "parent account", "parent organization", "holding", "group",
            "belongs to", "filiale de", "maison mère", "société mère", "groupe", "tochter von",
            "tochtergesellschaft von", "muttergesellschaft", "mutterunternehmen", "konzern", "filial de", "matriz",
            "empresa matriz", "grupo", "母公司", "上级公司", "总公司", "集团", "所属集团",
        ],
    ),
    (
        &[(Deal, F::Person), (Lead, F::Person), (Person, F::Name)],
        &[
            "contact", "contact name", "contact person", "person", "primary contact", "interlocuteur", "personne",
            "nom du contact", "ansprechpartner", "kontakt", "kontaktperson", "contacto", "persona",
            "persona de contacto", "联系人", "联系人姓名", "姓名",
        ],
    ),
    (
        &[(Deal, F::ConvertedBy), (Lead, F::ConvertedBy)],
        &["converted by", "converti par", "konvertiert von", "convertido por", "转换人"],
    ),
    (
        &[(Deal, F::NextContactBy), (Lead, F::NextContactBy)],
        &[
            "next contact by", "contact by", "prochain contact par", "nächster kontakt durch",
            "próximo contacto por", "下次联系人",
        ],
    ),
    (
        &[(Deal, F::Owner), (Lead, F::Owner), (Organization, F::Owner), (Colleague, F::Name)],
        &[
            "owner", "deal owner", "sales agent", "sales rep", "sales representative", "salesperson", "seller",
            "agent", "account manager", "account executive", "assigned to", "responsible", "rep", "commercial",
            "vendeur", "propriétaire", "responsable", "attribué à", "chargé d'affaires", "conseiller", "verkäufer",
            "vertriebler", "vertriebsmitarbeiter", "zuständig", "besitzer", "verantwortlich", "verantwortlicher",
            "inhaber", "betreuer", "vendedor", "comercial", "propietario", "asignado a", "agente",
            "agente de ventas", "负责人", "销售", "销售员", "销售人员", "业务员", "所有者", "销售代表", "客户经理",
        ],
    ),
    (
        &[(Colleague, F::Name)],
        &[
            "colleague", "employee", "user", "collègue", "employé", "utilisateur", "mitarbeiter", "kollege",
            "empleado", "usuario", "同事", "员工", "用户",
        ],
    ),
    (
        &[(Colleague, F::Manager)],
        &[
            "manager", "sales manager", "supervisor", "team lead", "reports to", "chef", "directeur", "supérieur",
            "vorgesetzter", "leiter", "teamleiter", "führungskraft", "jefe", "gerente", "经理", "主管", "上级", "销售经理",
        ],
    ),
    (
        &[(Colleague, F::Office)],
        &[
            "regional office", "office", "branch", "team", "territory", "bureau", "bureau régional", "agence",
            "équipe", "niederlassung", "büro", "regionalbüro", "geschäftsstelle", "oficina", "oficina regional",
            "sucursal", "办事处", "分公司", "大区", "团队", "区域办事处",
        ],
    ),
    (
        &[(Deal, F::Pipeline)],
        &[
            "pipeline", "sales pipeline", "sales cycle", "funnel", "entonnoir", "vertriebspipeline", "embudo", "管道",
            "销售管道",
        ],
    ),
    (
        &[(Deal, F::Stage)],
        &[
            "stage", "deal stage", "sales stage", "pipeline stage", "opportunity stage", "phase", "step", "étape",
            "étape de vente", "stade", "verkaufsphase", "vertriebsphase", "stufe", "etapa", "etapa de venta", "fase",
            "阶段", "销售阶段", "商机阶段",
        ],
    ),
    (
        &[(Deal, F::Status), (Lead, F::Status)],
        &[
            "status", "deal status", "lead status", "state", "outcome", "result", "statut", "état", "résultat",
            "zustand", "ergebnis", "estado", "resultado", "situación", "状态", "结果",
        ],
    ),
    (
        &[(Deal, F::Value), (Lead, F::Value)],
        &[
            "value", "deal value", "close value", "amount", "deal amount", "opportunity amount", "expected revenue",
            "estimated value", "contract value", "total", "montant", "valeur", "montant estimé", "montant final",
            "chiffre d'affaires prévu", "valeur de clôture", "wert", "betrag", "auftragswert", "summe", "volumen",
            "abschlusswert", "erwarteter umsatz", "importe", "valor", "monto", "valor de cierre",
            "ingresos esperados", "金额", "商机金额", "预计金额", "成交金额", "合同金额", "价值",
        ],
    ),
    (
        &[(Organization, F::AnnualRevenue), (Deal, F::Value)],
        &[
            "revenue", "annual revenue", "turnover", "yearly revenue", "sales volume", "chiffre d'affaires", "ca",
            "ca annuel", "revenu", "umsatz", "jahresumsatz", "facturación", "ingresos", "ingresos anuales", "营业额",
            "年收入", "营收", "年营业额",
        ],
    ),
    (
        &[(Deal, F::Currency), (Lead, F::Currency), (Product, F::Currency), (Organization, F::Currency)],
        &[
            "currency", "currency code", "devise", "monnaie", "währung", "moneda", "divisa", "币种", "货币",
        ],
    ),
    (
        &[(Deal, F::Probability), (Lead, F::Probability)],
        &[
            "probability", "chance", "likelihood", "confidence", "win probability", "probabilité",
            "wahrscheinlichkeit", "abschlusswahrscheinlichkeit", "probabilidad", "概率", "可能性", "赢率", "成交概率",
        ],
    ),
    (
        &[(Deal, F::ExpectedClose), (Lead, F::ExpectedClose)],
        &[
            "expected close", "expected close date", "estimated close date", "forecast date", "target date",
            "clôture prévue", "date de clôture prévue", "échéance", "erwarteter abschluss",
            "voraussichtlicher abschluss", "cierre previsto", "fecha de cierre prevista", "预计成交", "预计成交日期", "预计关闭日期",
            "预计结单日期",
        ],
    ),
    (
        &[(Deal, F::EndedOn), (Lead, F::EndedOn)],
        &[
            "close date", "closed date", "closed on", "date closed", "closing date", "end date", "ended on",
            "won date", "lost date", "date de clôture", "clôture", "clôturé le", "date de fin", "abschlussdatum",
            "geschlossen am", "enddatum", "abgeschlossen am", "fecha de cierre", "fecha de fin", "cierre", "关闭日期",
            "成交日期", "结束日期", "结单日期",
        ],
    ),
    (
        &[(Deal, F::StartedOn)],
        &[
            "engage date", "start date", "started on", "created", "created date", "created on", "created at",
            "date created", "opened", "opened on", "open date", "date de début", "date de création", "créé le",
            "début", "date d'engagement", "startdatum", "erstellt am", "angelegt am", "beginn", "fecha de inicio",
            "fecha de creación", "inicio", "creado", "开始日期", "创建日期", "创建时间", "接洽日期",
        ],
    ),
    (
        &[(Deal, F::Product), (Lead, F::Product), (Product, F::Name)],
        &[
            "product", "product name", "item", "article", "produit", "nom du produit", "produkt", "produktname",
            "artikel", "producto", "nombre del producto", "artículo", "产品", "产品名称", "商品",
        ],
    ),
    (
        &[(Product, F::Series)],
        &[
            "series", "family", "product line", "product family", "category", "gamme", "famille", "série",
            "catégorie", "serie", "produktlinie", "produktreihe", "kategorie", "familia", "gama", "línea",
            "categoría", "系列", "类别", "产品线",
        ],
    ),
    (
        &[(Product, F::Price)],
        &[
            "price", "sales price", "unit price", "list price", "prix", "tarif", "prix unitaire", "prix de vente",
            "preis", "verkaufspreis", "listenpreis", "einzelpreis", "precio", "precio de venta", "tarifa", "价格",
            "单价", "售价", "销售价格",
        ],
    ),
    (
        &[(Product, F::Code)],
        &[
            "code", "sku", "product code", "part number", "item number", "référence", "code produit", "code article",
            "artikelnummer", "produktcode", "artikel nr", "código", "referencia", "产品编号", "产品代码", "货号", "编码",
        ],
    ),
    (
        &[(Deal, F::Source), (Lead, F::Source)],
        &[
            "source", "lead source", "origin", "channel", "origine", "provenance", "canal", "quelle", "herkunft",
            "kanal", "origen", "fuente", "来源", "线索来源", "渠道",
        ],
    ),
    (
        &[(Deal, F::Labels), (Lead, F::Labels)],
        &[
            "label", "labels", "tag", "tags", "étiquette", "étiquettes", "mots clés", "etikett", "etiketten",
            "schlagworte", "etiqueta", "etiquetas", "标签",
        ],
    ),
    (
        &[(Deal, F::CloseReason), (Lead, F::CloseReason)],
        &[
            "close reason", "lost reason", "loss reason", "reason", "reason lost", "motif", "motif de perte",
            "motif de clôture", "raison", "grund", "verlustgrund", "abschlussgrund", "motivo", "motivo de pérdida",
            "motivo de cierre", "丢单原因", "关闭原因", "原因",
        ],
    ),
    (
        &[(Deal, F::Note), (Lead, F::Note), (Organization, F::Note), (Person, F::Note)],
        &[
            "note", "notes", "comment", "comments", "description", "remark", "remarks", "remarque", "remarques",
            "commentaire", "commentaires", "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar",
            "beschreibung", "nota", "notas", "comentario", "comentarios", "descripción", "observaciones", "备注", "说明",
            "描述",
        ],
    ),
    (
        &[(Organization, F::Industry)],
        &[
            "industry", "sector", "business sector", "vertical", "secteur", "secteur d'activité", "industrie",
            "branche", "sektor", "wirtschaftszweig", "industria", "ramo", "行业", "所属行业",
        ],
    ),
    (
        &[(Organization, F::Website)],
        &[
            "website", "web", "url", "homepage", "domain", "site web", "site internet", "webseite", "internetseite",
            "sitio web", "página web", "网站", "网址", "官网",
        ],
    ),
    (
        &[(Organization, F::Phone), (Person, F::Phone)],
        &[
            "phone", "telephone", "phone number", "tel", "work phone", "office phone", "téléphone", "tél",
            "numéro de téléphone", "telefon", "telefonnummer", "teléfono", "电话", "电话号码", "固定电话",
        ],
    ),
    (
        &[(Person, F::Mobile)],
        &[
            "mobile", "mobile phone", "cell", "cell phone", "cellphone", "portable", "téléphone portable", "handy",
            "mobil", "mobiltelefon", "móvil", "celular", "手机", "手机号", "移动电话",
        ],
    ),
    (
        &[(Organization, F::Email), (Person, F::Email), (Colleague, F::Email)],
        &[
            "email", "e-mail", "mail", "email address", "courriel", "adresse e-mail", "adresse mail", "mailadresse",
            "e-mail-adresse", "correo", "correo electrónico", "邮箱", "电子邮件", "电子邮箱", "邮件",
        ],
    ),
    (
        &[(Organization, F::Street)],
        &[
            "street", "address", "street address", "address line 1", "adresse", "rue", "voie", "straße", "anschrift",
            "calle", "dirección", "domicilio", "地址", "街道", "详细地址",
        ],
    ),
    (
        &[(Organization, F::Postcode)],
        &[
            "postcode", "zip", "zip code", "postal code", "code postal", "cp", "plz", "postleitzahl",
            "código postal", "邮编", "邮政编码",
        ],
    ),
    (
        &[(Organization, F::City)],
        &[
            "city", "town", "location", "office location", "ville", "commune", "lieu", "localisation", "site",
            "stadt", "ort", "standort", "ciudad", "localidad", "ubicación", "sede", "城市", "市", "所在地", "办公地点",
        ],
    ),
    (
        &[(Organization, F::Region)],
        &[
            "region", "state", "province", "county", "région", "département", "bundesland", "kanton", "provincia",
            "región", "省", "省份", "地区", "区域",
        ],
    ),
    (
        &[(Organization, F::Country)],
        &[
            "country", "nation", "pays", "land", "país", "国家", "国别",
        ],
    ),
    (
        &[(Organization, F::Employees)],
        &[
            "employees", "number of employees", "headcount", "staff", "company size", "effectif", "effectifs",
            "nombre d'employés", "nombre de salariés", "salariés", "mitarbeiter", "mitarbeiterzahl",
            "anzahl mitarbeiter", "beschäftigte", "empleados", "número de empleados", "plantilla", "员工数", "员工人数",
            "人数", "规模",
        ],
    ),
    (
        &[(Organization, F::FoundedYear)],
        &[
            "founded", "founded year", "year established", "year founded", "established", "année de création",
            "fondée en", "création", "gründungsjahr", "gegründet", "año de fundación", "fundada en", "fundación",
            "成立年份", "成立时间", "创立年份",
        ],
    ),
    (
        &[(Person, F::JobTitle)],
        &[
            "job title", "title", "position", "role", "function", "fonction", "poste", "titre", "funktion", "stelle",
            "rolle", "cargo", "puesto", "función", "职位", "职务", "头衔",
        ],
    ),
];

#[rustfmt::skip]
pub(super) const FIRST_NAMES: &[&str] = &[
    "first name", "given name", "prénom", "vorname", "nombre de pila", "名",
];

#[rustfmt::skip]
pub(super) const LAST_NAMES: &[&str] = &[
    "last name", "surname", "family name", "nom de famille", "nachname", "familienname", "apellido", "apellidos",
    "姓",
];

/// What stage and status columns call the end of a deal.
#[rustfmt::skip]
pub(super) const OUTCOMES: &[(DealStatus, &[&str])] = &[
    (
        DealStatus::Won,
        &[
            "won", "closed won", "win", "gagné", "gagnée", "fermé gagné", "clôturée gagnée", "gewonnen", "ganado",
            "ganada", "cerrado ganado", "cerrada ganada", "赢单", "已赢单", "成交", "已成交",
        ],
    ),
    (
        DealStatus::Lost,
        &[
            "lost", "closed lost", "loss", "perdu", "perdue", "fermé perdu", "clôturée perdue", "verloren",
            "perdido", "perdida", "cerrado perdido", "cerrada perdida", "丢单", "已丢单", "输单", "失败",
        ],
    ),
    (
        DealStatus::Closed,
        &[
            "closed", "cancelled", "canceled", "abandoned", "close sans suite", "sans suite", "abandonnée",
            "abandonné", "annulé", "annulée", "geschlossen", "abgebrochen", "cerrado", "cerrada", "cancelado",
            "cancelada", "无结果关闭", "关闭", "已关闭", "已取消",
        ],
    ),
    (
        DealStatus::Open,
        &[
            "open", "active", "in progress", "en cours", "ouvert", "ouverte", "offen", "aktiv", "in arbeit",
            "abierto", "abierta", "en curso", "activo", "进行中", "打开", "开放",
        ],
    ),
];

#[rustfmt::skip]
pub(super) const YES: &[&str] = &[
    "yes", "y", "true", "oui", "o", "vrai", "ja", "j", "wahr", "si", "verdadero", "是", "对", "真", "1", "x", "✓", "✔",
];

#[rustfmt::skip]
pub(super) const NO: &[&str] = &[
    "no", "n", "false", "non", "faux", "nein", "falsch", "falso", "否", "错", "假", "0",
];

/// Countries as keys (see `words::key`), in English and as some of their own people say them.
pub(super) const COUNTRIES: &str = "\
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain \
    bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei bulgaria burundi cambodia \
    cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt \
    eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana greece guatemala guinea guyana \
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan \
    kenya korea kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg \
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro \
    morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan panama \
    paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore \
    slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo \
    tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe \
    unitedstates unitedstatesofamerica usa us unitedkingdom uk greatbritain southkorea northkorea southafrica \
    newzealand saudiarabia unitedarabemirates uae costarica elsalvador dominicanrepublic srilanka czechrepublic \
    hongkong puertorico allemagne autriche belgique bresil danemark espagne etatsunis finlande grece irlande italie \
    japon maroc norvege paysbas pologne royaumeuni russie suede suisse tunisie turquie algerie chine deutschland \
    osterreich schweiz frankreich italien spanien niederlande belgien polen danemark schweden norwegen \
    vereinigtestaaten vereinigteskonigreich tschechien ungarn espana alemania francia italia brasil estadosunidos \
    reinounido paisesbajos belgica suiza polonia suecia japon argelia marruecos 中国 美国 法国 德国 英国 日本 韩国 意大利 西班牙 加拿大 \
    澳大利亚 巴西 印度 俄罗斯 新加坡 荷兰 瑞士";
