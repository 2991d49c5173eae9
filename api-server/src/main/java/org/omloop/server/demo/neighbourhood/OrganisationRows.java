package org.omloop.server.demo.neighbourhood;

/**
 * The rows from which {@link OrganisationTable} is made, their cells parted by bars. Suppliers stand in order: the first is
 * the one that most is bought from.
 */
final class OrganisationRows {
  /** Key in this table, name, role, SBI 2008 code, buurt, trade, and the keys of those it buys from. */
  static final String FOUNDERS = """
      gemeente    | Gemeente Oosterveld           | government  | 84110 | MA01 | city_hall         | drukkerij helder balans steiger berk
      korenaar    | Bakkerij De Korenaar          | firm        | 10710 | MA01 | bakery            | molen schakel
      brood       | Bakkerij Het Vroege Brood     | cooperative | 47241 | MC02 | bakery            | molen schakel
      zonnebloem  | Bakkerij Zonnebloem           | firm        | 47241 | MB02 | bakery            | schakel ketting
      vanoost     | Groenteboer Van Oost          | firm        | 47210 | MA02 | greengrocer       | akker schakel
      krat        | De Groene Krat                | cooperative | 47210 | MB01 | greengrocer       | schakel akker
      sultan      | Groente en Fruit Sultan       | firm        | 47210 | MD01 | greengrocer       | schakel
      hoek        | Buurtsuper De Hoek            | firm        | 47110 | MB02 | supermarket       | schakel korenaar brouwerij
      indisch     | Super Indische Plein          | firm        | 47110 | MD01 | supermarket       |
      werf        | Coöperatieve Super De Werf    | cooperative | 47110 | MC01 | supermarket       | schakel brood akker zuivel
      noord       | Slagerij Noord & Zoon         | firm        | 47221 | MA02 | butcher           |
      atlas       | Slagerij Atlas                | firm        | 47221 | MD02 | butcher           |
      vis         | Viswinkel De Haven            | firm        | 47230 | MA01 | butcher           |
      ronde       | Kaashuis De Ronde             | firm        | 47291 | MB01 | cheese            | zuivel ketting
      halm        | Natuurwinkel De Halm          | cooperative | 47299 | MC02 | greengrocer       | schakel akker zuivel molen
      kruik       | Drankengroothandel De Kruik   | firm        | 46342 | MA02 | wholesale         | brouwerij ketting
      olijf       | Marktkraam Olijf en Vijg      | firm        | 47810 | MA02 | market_stall      | schakel
      stadsboer   | Marktkraam De Stadsboer       | cooperative | 47810 | MA02 | market_stall      | akker
      noten       | Marktkraam Noten van Nur      | firm        | 47810 | MD01 | market_stall      | schakel
      stoffen     | Marktkraam Stof en Garen      | firm        | 47820 | MD01 | market_stall      |
      bladwijzer  | Boekhandel De Bladwijzer      | firm        | 47610 | MB01 | books             | drukkerij ketting
      tol         | Speelgoedwinkel Tol           | firm        | 47650 | MB02 | toys              | houtwerf
      roos        | Bloemen van Roos              | firm        | 47761 | MA01 | flowers           | ketting
      schroef     | IJzerwaren Schroef            | firm        | 47521 | MD01 | hardware          |
      apotheek    | Apotheek Oosterveld           | firm        | 47730 | MC01 | pharmacy          | ketting
      kringloop   | Kringloop Tweede Ronde        | social      | 47790 | MD02 | second_hand       | helder ketting
      spaak       | Fietsenmaker Spaak            | firm        | 47641 | MA02 | bicycles          | balans
      kluwen      | Wolwinkel De Kluwen           | firm        | 47512 | MB01 | clothes           | draad
      jas         | Kledingzaak Jas en Broek      | firm        | 47711 | MD01 | clothes           |
      brug        | Eetcafé De Brug               | firm        | 56300 | MA01 | cafe              | schakel korenaar brouwerij helder
      kade        | Koffie op de Kade             | social      | 56300 | MC01 | cafe              | schakel brood brander
      hoekhuis    | Café 't Hoekhuis              | firm        | 56300 | MD02 | cafe              | kruik brouwerij
      anker       | Café Het Anker                | firm        | 56300 | MA02 | cafe              | kruik brouwerij schakel
      linde       | Lunchroom De Linde            | firm        | 56102 | MB01 | cafe              | zonnebloem schakel brander
      saffraan    | Restaurant Saffraan           | firm        | 56101 | MB02 | restaurant        | vanoost schakel helder
      dapper      | Trattoria Dapper              | firm        | 56101 | MA02 | restaurant        | schakel olijf noord
      vesta       | Pizzeria Vesta                | firm        | 56101 | MB01 | restaurant        | kruik schakel olijf
      molenzicht  | Pannenkoekhuis Molenzicht     | firm        | 56101 | MC02 | restaurant        | schakel molen zuivel
      friet       | Frietzaak Goudbruin           | firm        | 56102 | MD01 | snacks            | schakel
      pasar       | Toko Pasar                    | firm        | 56102 | MD01 | snacks            | sultan schakel
      roti        | Rotihuis Kamala               | firm        | 56102 | MD02 | snacks            | sultan
      ijs         | IJssalon Zoet                 | firm        | 56103 | MC01 | ice_cream         | zuivel
      buurtkeuken | Buurtkeuken Samen             | commons     | 56290 | MC02 | community_kitchen | schakel akker korenaar
      brouwerij   | Brouwerij Oosterling          | firm        | 11050 | MD02 | brewery           | molen drukkerij ketting licht
      molen       | Molen De Oostenwind           | commons     | 10610 | MC02 | wholesale         | steiger
      brander     | Koffiebranderij Oost          | social      | 10830 | MC01 | maker             | ketting drukkerij
      drukkerij   | Drukkerij Letterlust          | firm        | 18129 | MB02 | printing          | ketting balans
      houtwerf    | Meubelmakerij Houtwerf        | social      | 31090 | MC01 | maker             | schroef licht
      klei        | Keramiek Klei en Vuur         | firm        | 23410 | MC02 | maker             | licht
      zeep        | Zeepziederij Schuim           | firm        | 20420 | MA02 | maker             | ketting
      knip        | Kapper Knip                   | firm        | 96021 | MB01 | hairdresser       | helder zeep
      amira       | Kapsalon Amira                | firm        | 96021 | MD01 | hairdresser       |
      schaar      | Kapsalon De Schaar            | cooperative | 96021 | MC01 | hairdresser       | zeep wasserij
      karim       | Barbier Karim                 | firm        | 96021 | MD02 | hairdresser       |
      lila        | Schoonheidssalon Lila         | firm        | 96022 | MB02 | hairdresser       | zeep
      wasserij    | Wasserij Witgoed              | social      | 96011 | MC01 | laundry           | licht
      zool        | Schoenmaker Zool              | firm        | 95230 | MB02 | shoes             |
      rondom      | Fietswerkplaats Rondom        | social      | 95290 | MC02 | bicycles          | kringloop
      repair      | Repaircafé Oost               | commons     | 95290 | MC02 | repair_cafe       | schroef
      scherm      | Telefoonreparatie Scherm      | firm        | 95120 | MA02 | shoes             |
      nabij       | Zorgcoöperatie Nabij          | cooperative | 88101 | MA01 | care              | buurtkeuken helder ketting
      dichtbij    | Thuiszorg Dichtbij            | cooperative | 88101 | MD01 | care              | wasserij helder
      begin       | Kinderopvang Klein Begin      | social      | 88910 | MC01 | care              | krat helder
      fysio       | Fysiotherapie Oost            | firm        | 86912 | MB02 | care              | balans
      waag        | Tandartsen aan de Waag        | firm        | 86231 | MA02 | care              | helder
      plein       | Huisartsen Pleinbuurt         | firm        | 86210 | MD02 | care              | helder balans
      wieg        | Kraamzorg De Wieg             | social      | 86919 | MB01 | care              | ketting
      brink       | Wijkcentrum De Brink          | social      | 88993 | MD01 | care              | helder brug buurtkeuken
      bieb        | Bibliotheek Oosterveld        | social      | 91010 | MA01 | library           | bladwijzer drukkerij
      club        | Sportclub Oosterkwartier      | commons     | 93120 | MD01 | sports            | hoekhuis helder
      boys        | Voetbalvereniging Havenboys   | commons     | 93121 | MA01 | sports            | brouwerij wasserij
      plons       | Zwembad De Plons              | social      | 93111 | MD02 | sports            | helder licht
      harai       | Judoschool Harai              | firm        | 93152 | MB02 | sports            |
      adem        | Yogaschool Adem               | firm        | 93130 | MB01 | sports            | helder
      loods       | Buurttheater De Loods         | commons     | 90041 | MC01 | cinema            | drukkerij kade houtwerf
      museum      | Museum De Scheepswerf         | social      | 91021 | MC02 | library           | drukkerij brander
      filmhuis    | Filmhuis De Lichtstraal       | commons     | 59140 | MB02 | cinema            | drukkerij kade
      klimboom    | Basisschool De Klimboom       | social      | 85200 | MB01 | school            | bladwijzer helder vanoost
      muziek      | Muziekschool Maatwerk         | social      | 85522 | MC01 | music             |
      taal        | Taalhuis Oost                 | commons     | 85592 | MD01 | music             | bladwijzer
      akker       | Stadstuinderij De Akker       | cooperative | 01130 | MC02 | city_farm         | balans steiger
      kiem        | Buurttuin De Kiem             | commons     | 01190 | MC02 | garden            | akker
      helder      | Schoonmaak Helder             | social      | 81210 | MD01 | services          | zeep wasserij balans
      verhuur     | Fietsverhuur Heen en Weer     | firm        | 77210 | MA01 | rental            | spaak rondom
      balans      | Boekhouding Balans            | firm        | 69204 | MB01 | services          | drukkerij brug
      ketting     | Fietskoeriers Ketting         | cooperative | 53202 | MA01 | services          | spaak balans
      licht       | Energiecoöperatie Oosterlicht | cooperative | 35110 | MC01 | energy            | zonnig balans
      steiger     | Bouwgroep De Steiger          | firm        | 41200 | MD02 | building          | schroef kwast
      kwast       | Schildersbedrijf Kwast        | firm        | 43340 | MD01 | building          | schroef
      meent       | Wooncoöperatie De Meent       | cooperative | 68200 | MC02 | housing           | steiger helder kwast berk
      """;

  /** The same of those who join later, and the day on which they do, after the market's first month. */
  static final String NEWCOMERS = """
      zuivel    | Zuivelmakers De Oostweide | cooperative | 10510 | MD02 | wholesale    | ketting licht                            | 45
      bami      | Warung Bami               | firm        | 56102 | MB02 | snacks       | pasar                                    | 52
      tuinhoek  | Bloemist De Tuinhoek      | firm        | 47761 | MC02 | flowers      | kiem                                     | 60
      nagel     | Nagelstudio Glans         | firm        | 96022 | MD01 | hairdresser  | zeep                                     | 66
      draad     | Naaiatelier De Draad      | social      | 95290 | MB01 | shoes        | wasserij                                 | 80
      loodje    | Loodgieter Loodje         | firm        | 43221 | MA02 | building     | schroef                                  | 88
      roei      | Roeivereniging De Riem    | commons     | 93127 | MA01 | sports       | brug                                     | 95
      dag       | Dagbesteding De Kas       | social      | 88102 | MC02 | care         | kiem akker                               | 101
      bootjes   | Kinderopvang De Bootjes   | social      | 88910 | MB02 | care         | vanoost helder                           | 110
      kip       | Kippenhok Grill           | firm        | 56102 | MA02 | snacks       | noord                                    | 117
      schakel   | Groothandel De Schakel    | cooperative | 46310 | MC01 | wholesale    | akker zuivel molen brander ketting licht | 128
      taart     | Patisserie Amandel        | firm        | 47241 | MB01 | bakery       | schakel zuivel                           | 133
      bus       | Buurtbus Oost             | commons     | 49390 | MD02 | bus          | spaak balans                             | 140
      choco     | Chocolademakerij Boon     | firm        | 10820 | MA01 | maker        | zuivel schakel                           | 147
      gezel     | Maatjesproject Gezel      | commons     | 88999 | MD02 | care         | linde buurtkeuken                        | 154
      tapas     | Tapasbar Sol              | firm        | 56101 | MC01 | restaurant   | kruik olijf schakel                      | 158
      fruit     | Fruitkraam Van Dijk       | firm        | 47810 | MA02 | market_stall | schakel                                  | 164
      zonnig    | Installatiebedrijf Zonnig | firm        | 43210 | MC01 | building     | schroef                                  | 170
      vlak      | Ontwerpstudio Vlak        | firm        | 74101 | MC01 | services     | drukkerij                                | 178
      speeltuin | Speeltuin De Wip          | commons     | 93299 | MB02 | sports       | ijs houtwerf                             | 185
      stoom     | Wasserette Stoom          | firm        | 96012 | MD02 | laundry      | licht zeep                               | 192
      vroed     | Verloskundigen Oosterveld | firm        | 86913 | MA01 | care         | helder                                   | 199
      berk      | Hoveniers De Berk         | social      | 81300 | MD01 | services     | kiem                                     | 210
      zwam      | Oesterzwammen Van Koffie  | social      | 01130 | MC02 | city_farm    | brander ketting                          | 216
      brillen   | Opticien Helderziend      | firm        | 47782 | MB02 | pharmacy     | ketting                                  | 224
      boerin    | Boerenwinkel De Melkbus   | cooperative | 47299 | MB01 | greengrocer  | zuivel akker schakel                     | 231
      klim      | Klimhal Het Touw          | firm        | 93113 | MC01 | sports       | kade                                     | 238
      dans      | Dansschool Passen         | firm        | 85521 | MD01 | music        | helder                                   | 244
      soep      | Soepbar Sterk             | firm        | 56102 | MD02 | snacks       | schakel akker zwam                       | 250
      tijd      | Horlogemaker Tijdig       | firm        | 95250 | MA01 | shoes        | ketting                                  | 258
      jam       | Inmakerij Pot en Deksel   | social      | 10390 | MD01 | maker        | akker zwam                               | 265
      platen    | Platenzaak Groef          | firm        | 47630 | MA02 | books        | ketting                                  | 272
      koek      | Koffiehuis Krakeling      | firm        | 56300 | MB01 | cafe         | taart brander schakel                    | 280
      zoemer    | Imkerij De Zoemer         | commons     | 01490 | MC02 | market_stall | houtwerf                                 | 290
      gracht    | Galerie De Gracht         | firm        | 47783 | MA01 | maker        | houtwerf                                 | 298
      wijn      | Wijnhandel Rank           | firm        | 47251 | MB02 | cheese       | ketting                                  | 306
      """;

  /** Who moves or takes up another trade: the day, the key, the new SBI 2008 code and buurt. */
  static final String CHANGES = """
      70  | zool      | 95230 | MD02
      133 | kade      | 56101 | MC01
      201 | rondom    | 47641 | MD01
      298 | kringloop | 47790 | MC01
      """;

  private OrganisationRows() {}
}
