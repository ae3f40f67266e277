// Names and places of the countries that customers live in.

export interface Country {
  readonly code: string;
  readonly locale: string;
  /** How many customers live there, compared with the others. */
  readonly weight: number;
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly streets: readonly string[];
  /** How street and house number are written. */
  readonly street: (name: string, number: number) => string;
  readonly cities: readonly (readonly [postalCode: string, city: string])[];
  /** Start of a mobile number and how many digits follow. */
  readonly phone: readonly [prefix: string, digits: number];
}

const nameFirst = (name: string, number: number) => `${name} ${number}`;
const numberFirst = (name: string, number: number) => `${number} ${name}`;
const withComma = (name: string, number: number) => `${name}, ${number}`;

// biome-ignore format: one line a list keeps each country together
export const countries: readonly Country[] = [
  {
    code: 'DE',
    locale: 'de-DE',
    weight: 6,
    givenNames: ['Marta', 'Jonas', 'Lena', 'Felix', 'Anna', 'Emre', 'Sophie', 'Lukas', 'Mia', 'Paul', 'Leyla', 'Tobias', 'Clara', 'Niklas', 'Johanna', 'Matthias'],
    familyNames: ['Weber', 'Schneider', 'Hoffmann', 'Krüger', 'Yılmaz', 'Lehmann', 'Brandt', 'Vogel', 'Winkler', 'Seidel', 'Kaiser', 'Busch', 'Arnold', 'Pohl', 'Engel'],
    streets: ['Lindenstraße', 'Goethestraße', 'Bergmannstraße', 'Am Mühlbach', 'Kastanienallee', 'Schillerplatz', 'Hauptstraße', 'Gartenweg'],
    street: nameFirst,
    cities: [['10435', 'Berlin'], ['20357', 'Hamburg'], ['80469', 'München'], ['50667', 'Köln'], ['04109', 'Leipzig'], ['70178', 'Stuttgart'], ['60316', 'Frankfurt am Main']],
    phone: ['+4917139', 6],
  },
  {
    code: 'FR',
    locale: 'fr-FR',
    weight: 4,
    givenNames: ['Camille', 'Léa', 'Hugo', 'Manon', 'Louis', 'Chloé', 'Antoine', 'Inès', 'Théo', 'Élodie', 'Mathieu', 'Amina', 'Julien', 'Zoé'],
    familyNames: ['Martin', 'Bernard', 'Dubois', 'Lefèvre', 'Moreau', 'Girard', 'Rousseau', 'Fontaine', 'Benali', 'Chevalier', 'Perrin', 'Marchand', 'Noël'],
    streets: ['rue des Lilas', 'avenue Victor Hugo', 'rue de la République', 'boulevard Voltaire', 'rue du Moulin', 'place du Marché', 'quai des Bateliers'],
    street: numberFirst,
    cities: [['75011', 'Paris'], ['69002', 'Lyon'], ['13006', 'Marseille'], ['31000', 'Toulouse'], ['44000', 'Nantes'], ['67000', 'Strasbourg']],
    phone: ['+3363998', 4],
  },
  {
    code: 'GB',
    locale: 'en-GB',
    weight: 5,
    givenNames: ['Olivia', 'James', 'Amelia', 'Harry', 'Priya', 'George', 'Isla', 'Oliver', 'Grace', 'Rhys', 'Fiona', 'Kwame', 'Hannah', 'Callum', 'Aisha'],
    familyNames: ['Taylor', 'Hughes', 'Patel', 'Walker', 'Campbell', 'Bennett', 'Okafor', 'Morgan', 'Fletcher', 'Reid', 'Barnes', 'Ahmed', 'Whitfield', 'Doyle'],
    streets: ['Church Lane', 'Victoria Road', 'Mill Street', 'Albert Terrace', 'Queens Avenue', 'Station Road', 'Elm Grove', 'Harbour View'],
    street: numberFirst,
    cities: [['E8 3DL', 'London'], ['M4 1HQ', 'Manchester'], ['EH6 6JH', 'Edinburgh'], ['BS1 4ST', 'Bristol'], ['CF10 1EP', 'Cardiff'], ['LS1 4DY', 'Leeds']],
    phone: ['+447700900', 3],
  },
  {
    code: 'IT',
    locale: 'it-IT',
    weight: 3,
    givenNames: ['Giulia', 'Matteo', 'Chiara', 'Luca', 'Francesca', 'Alessandro', 'Elena', 'Davide', 'Sara', 'Marco', 'Bianca', 'Lorenzo'],
    familyNames: ['Rossi', 'Bianchi', 'Ferrari', 'Colombo', 'Ricci', 'Greco', 'Conti', 'Marino', 'Gallo', 'Fontana', 'Villa', 'De Luca'],
    streets: ['Via Garibaldi', 'Via Dante', 'Corso Italia', 'Via dei Mille', 'Piazza San Marco', 'Viale Trieste'],
    street: withComma,
    cities: [['20121', 'Milano'], ['00184', 'Roma'], ['10123', 'Torino'], ['40121', 'Bologna'], ['50122', 'Firenze'], ['80134', 'Napoli']],
    phone: ['+39320', 7],
  },
  {
    code: 'ES',
    locale: 'es-ES',
    weight: 3,
    givenNames: ['Lucía', 'Hugo', 'Carmen', 'Pablo', 'Marta', 'Javier', 'Elena', 'Diego', 'Nuria', 'Álvaro', 'Irene', 'Sergio'],
    familyNames: ['García', 'Fernández', 'López', 'Ruiz', 'Navarro', 'Serrano', 'Iglesias', 'Vidal', 'Ortega', 'Molina', 'Castro', 'Prieto'],
    streets: ['Calle Mayor', 'Calle de Alcalá', 'Avenida Diagonal', 'Calle del Carmen', 'Plaza Nueva', 'Paseo de Gracia'],
    street: withComma,
    cities: [['28013', 'Madrid'], ['08007', 'Barcelona'], ['46002', 'Valencia'], ['41004', 'Sevilla'], ['48005', 'Bilbao']],
    phone: ['+34612', 6],
  },
  {
    code: 'NL',
    locale: 'nl-NL',
    weight: 3,
    givenNames: ['Sanne', 'Daan', 'Fleur', 'Bram', 'Lotte', 'Sem', 'Noor', 'Thijs', 'Femke', 'Ruben', 'Maartje', 'Joost'],
    familyNames: ['de Vries', 'van Dijk', 'Bakker', 'Visser', 'Meijer', 'Smit', 'Mulder', 'de Boer', 'Kuipers', 'van den Berg', 'Dekker'],
    streets: ['Prinsengracht', 'Dorpsstraat', 'Kerkstraat', 'Lange Voorhout', 'Oudegracht', 'Molenweg'],
    street: nameFirst,
    cities: [['1015 DX', 'Amsterdam'], ['3511 AN', 'Utrecht'], ['3011 GH', 'Rotterdam'], ['2513 AA', 'Den Haag'], ['9712 HM', 'Groningen']],
    phone: ['+31612', 6],
  },
  {
    code: 'PL',
    locale: 'pl-PL',
    weight: 2,
    givenNames: ['Zofia', 'Jakub', 'Maja', 'Kacper', 'Katarzyna', 'Piotr', 'Agnieszka', 'Tomasz', 'Ewa', 'Michał'],
    familyNames: ['Nowak', 'Wójcik', 'Mazur', 'Kaczmarek', 'Pawlak', 'Michalak', 'Król', 'Wieczorek', 'Dudek', 'Szulc'],
    streets: ['ulica Długa', 'ulica Mickiewicza', 'aleja Róż', 'ulica Ogrodowa', 'ulica Polna'],
    street: nameFirst,
    cities: [['00-545', 'Warszawa'], ['31-042', 'Kraków'], ['80-831', 'Gdańsk'], ['50-101', 'Wrocław'], ['61-772', 'Poznań']],
    phone: ['+48512', 6],
  },
  {
    code: 'SE',
    locale: 'sv-SE',
    weight: 2,
    givenNames: ['Astrid', 'Erik', 'Maja', 'Oskar', 'Linnéa', 'Gustav', 'Elin', 'Nils', 'Freja', 'Axel'],
    familyNames: ['Lindberg', 'Johansson', 'Nyström', 'Bergqvist', 'Holm', 'Sandström', 'Ekdahl', 'Åkesson', 'Wallin', 'Norén'],
    streets: ['Storgatan', 'Drottninggatan', 'Kungsgatan', 'Skolgatan', 'Björkvägen'],
    street: nameFirst,
    cities: [['113 50', 'Stockholm'], ['411 06', 'Göteborg'], ['211 34', 'Malmö'], ['753 10', 'Uppsala']],
    phone: ['+4670174', 4],
  },
  {
    code: 'AT',
    locale: 'de-AT',
    weight: 2,
    givenNames: ['Katharina', 'Maximilian', 'Theresa', 'Florian', 'Valentina', 'Jakob', 'Magdalena', 'Stefan', 'Milica', 'Georg'],
    familyNames: ['Gruber', 'Huber', 'Steiner', 'Moser', 'Pichler', 'Hofer', 'Eder', 'Jovanović', 'Wallner', 'Reiter'],
    streets: ['Neubaugasse', 'Mariahilfer Straße', 'Landstraßer Hauptstraße', 'Herrengasse', 'Annenstraße'],
    street: nameFirst,
    cities: [['1070', 'Wien'], ['8020', 'Graz'], ['5020', 'Salzburg'], ['6020', 'Innsbruck'], ['4020', 'Linz']],
    phone: ['+43664', 7],
  },
  {
    code: 'PT',
    locale: 'pt-PT',
    weight: 2,
    givenNames: ['Beatriz', 'João', 'Mariana', 'Tiago', 'Inês', 'Rui', 'Catarina', 'Miguel', 'Leonor', 'Duarte'],
    familyNames: ['Silva', 'Santos', 'Ferreira', 'Pereira', 'Almeida', 'Carvalho', 'Teixeira', 'Moura', 'Pinto', 'Lopes'],
    streets: ['Rua Augusta', 'Rua das Flores', 'Avenida da Liberdade', 'Travessa do Carmo', 'Rua do Norte'],
    street: withComma,
    cities: [['1100-048', 'Lisboa'], ['4050-253', 'Porto'], ['3000-138', 'Coimbra'], ['4700-327', 'Braga']],
    phone: ['+35191', 7],
  },
];
