namespace CustomerInsight.Matching;

/// <content>Names from N to Z.</content>
internal static partial class NicknameTable
{
    private const string NtoZ = """
        nadezhda: nadya nadia
        nancy: nan nance ann nanny
        naomi: nomi
        natalie: nat nattie nathalie talia natalia
        natalya: natasha nata natalia
        natasha: tasha nat tash
        nathan: nat nate nathaniel
        nathaniel: nat nate nathan nathanael
        neil: neal neill niall
        nellie: nell nelly
        neville: nev
        nicholas: nick nicky nic nico nicolas klaus nicholai cole claus
        nicola: nicky nikki nic nicole nickie nikky
        nicole: nicky nikki nic nicola nickie colette niki nichole
        nigel: nige
        nikolai: kolya nikolay
        nikolaus: klaus niko claus
        noelle: noel noele
        nora: norah
        norma: normie
        norman: norm normie
        octavia: tavy tavia
        olga: olya olia
        olive: ollie livia olivia
        oliver: ollie olly noll
        olivia: liv livvy ollie livia olive libby livi
        oscar: ossie oz
        oswald: ossie oz ozzie waldo
        pamela: pam pammy pamella
        patience: pat patty
        patricia: pat patty patti tricia trish trisha patsy pattie tish
        patrick: pat paddy patsy pad rick
        paul: paulie pauly
        paula: polly paulie
        pauline: polly
        pavel: pasha pavlik
        penelope: penny nell pen poppy pennie
        percival: percy perce
        peter: pete petey
        philip: phil phillip pip flip
        philippa: pippa pip phillippa phillipa pippy
        phoebe: fifi bee phebe
        phyllis: phyl phyllida phil
        pilar: pili
        pollyanna: polly anna
        priscilla: cilla prissy cissy pris
        prudence: prue pru
        quentin: quint quinn
        quincy: quin
        rachel: rae rach ray rachael shelly racheal rachelle
        rafael: rafa rafi
        ralph: ralphie rafe
        ramon: moncho
        randall: randy rand randal
        randolph: randy dolph rand
        raphael: rafe raff rafa rafael
        raymond: ray
        rebecca: becky becca beck bex beckie reba rebekah becki
        regina: gina reggie queenie ina
        reginald: reg reggie rex
        renee: rene rena
        reuben: rube ruben
        rhonda: ron ronnie
        ricardo: richi ricky
        richard: rick dick ricky rich richie rickie dickie ritchie dickon ric
        robert: rob bob bobby robbie bert robin bobbie robby
        roberta: bobbie robbie bobby berta rob birdie
        roberto: beto tito berto
        robin: rob robbie robyn
        roderick: rod roddy rick erick
        rodney: rod roddy rodge
        roger: rodge rog rodger
        roland: rollie rowland roly
        ronald: ron ronnie ronny
        rosalie: rose rosie rosa
        rosalind: roz ros rosa rosie lindy rosalyn rosaline
        rosamund: roz ros rosie rosamond
        rosario: charo
        rose: rosie rosa rosy
        rosemary: rose rosie romy rosemarie
        ross: rossco
        roxanne: roxy roxie rosie roxane roxana
        ruby: rubie
        rudolf: rudi rolf
        rudolph: rudy dolph rudi rudolf
        rufus: rufe
        rupert: rupe bert
        russell: russ rusty russel
        ruth: ruthie
        ryan: ry
        sabrina: brina
        sally: sal sallie sarah
        salvador: chava salva
        salvatore: toto turi
        samantha: sam sammy sammie mandy
        samuel: sam sammy sammie
        sandra: sandy sandie sondra
        santiago: santi chago tiago
        sarah: sara sally sadie sal sarrie sallie
        scott: scotty scottie
        sean: shaun shawn shane
        sebastian: seb bas bastian sebby baz basti wastl
        selina: lina selena celina
        sergei: seryozha serge sergey
        seymour: morey
        shannon: shan
        sharon: shaz shari sharron shazza
        shaun: sean shawn
        sheila: shelagh shelly
        sheldon: shelly
        shirley: shirl sherry
        sidney: sid syd sydney
        siegfried: sigi siggi
        silvester: sly sylvester vester
        simon: si sim
        simone: sim mona
        solomon: sol solly
        sophia: sophie sofia soph fifi sophy
        sophie: soph sophia sophy
        spencer: spence
        stanley: stan
        stefan: steffen stephan
        stella: estelle essie estella
        stephanie: steph stephie steffi stefanie stevie stephany stef
        stephen: steve stevie steven steph stephan stefan
        steven: steve stevie stephen
        stewart: stu stew stuart
        stuart: stu stew stewart
        susan: sue susie suzie suzy susannah suzanne sukie sukey susy susanne suze suzan
        susannah: sue susie suzie anna hannah susanna suzanna zanna
        susanne: susi sanne
        suzanne: sue susie suzie suzy susan susanne zanna
        svetlana: sveta lana
        sylvia: syl sylvie silvia
        tabitha: tabby tabs
        tamara: tammy tam tamar mara tamsin
        tamsin: tammy tam tamzin
        tanya: tania tan
        tatiana: tanya tania tatyana
        terence: terry tel terrance terrence tez
        teresa: terry tess tessa theresa terri tessie terrie therese tracey reese
        thaddeus: thad tad ted
        thelma: thel
        theodor: theo
        theodora: thea dora theo
        theodore: ted teddy theo theodor
        theresa: terry tess tessa teresa terri tracey thea therese reese resa tessie
        therese: resi
        thomas: tom tommy thom tam tommie
        tiffany: tiff tiffy tiffani
        timothy: tim timmy timmie
        tobias: toby tobe tobi
        tracy: tracey trace tracie
        travis: trav
        trevor: trev
        trista: tris
        tristan: tris stan tristram
        ulrich: uli ulli
        ursula: ursa sula uschi ulla
        valentine: val
        valerie: val vallie valeria
        vanessa: nessa ness van nessie vanna
        vera: vee
        vernon: vern
        veronica: ronnie vera nica roni ronni
        vicente: chente
        victor: vic vick
        victoria: vicky tori vikki vickie vicki vic tory tora queenie viki
        vincent: vince vinny vin vinnie
        vincenzo: enzo vince cenzo
        viola: vi ola violet
        violet: vi violette
        virginia: ginny ginger gina virgie ginnie jinny
        vivian: viv vivien vivienne vyvyan
        vladimir: vova volodya vlad
        wallace: wally wal
        walter: walt wally
        wanda: wandy
        warren: waz
        wendy: wen gwendolyn wendi
        wilbur: will wilbert
        wilfred: wilf will fred wilfrid freddie
        wilhelm: willi willy
        wilhelmina: mina minnie willa billie wilma elma minna willie
        willard: will
        william: will bill billy willy liam willie wills bil
        winifred: winnie freda fred win winny freddie wyn
        winston: win winnie
        wolfgang: wolf wolfi
        woodrow: woody
        yekaterina: katya katia
        yuri: yura iouri yury
        yvonne: eve vonnie yvette
        zachary: zach zack zac zak zachariah zacharias zackary zachery
        zoe: zoey zo
        """;
}
