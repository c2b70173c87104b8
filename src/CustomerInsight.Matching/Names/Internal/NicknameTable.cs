namespace CustomerInsight.Matching;

/// <summary>Given names and what their bearers are called: one group a line, the formal name first.</summary>
/// <remarks>
/// Everyday knowledge of English given names, with the common ones of some other languages, written down for this library. Standardized: lower case,
/// no diacritics. Spellings of one name (Catherine, Katherine) are in its group; a form may stand in several groups. Names of other languages
/// that are only related (John, Juan, Ivan) are apart: a person has one of them.
/// </remarks>
internal static class NicknameTable
{
    public const string Groups = """
        aaron: aron ron ronnie
        abigail: abby abbie abi gail abbi abbey
        abraham: abe abram bram
        adalbert: bert
        adam: ad addy
        adelaide: addie ada adele della heidi
        adeline: adelina addie ada lina
        adrian: ade adie
        adriana: adrienne ada
        agatha: aggie
        agnes: aggie nessie
        alan: al allan allen alun
        albert: al bert bertie albie
        alberto: beto berto
        alejandro: alex ale jandro
        aleksandr: sasha sanya shura alexander aleksander
        aleksandra: sasha sanya shura alexandra
        aleksei: alyosha lyosha alexei alexey
        alessandro: sandro ale alex
        alexander: al alec alex sandy xander lex zander alasdair alastair alistair sasha ali
        alexandra: alex alexa alexis alexia sandra sandy lexie lexi sasha ali alix alexandria
        alfred: al alf alfie fred freddie freddy
        alice: ali alicia allie ally alyce
        alison: ali allie ally allison alyson allyson alysson
        alonzo: al lonnie lon alonso
        amanda: mandy manda mindy
        amelia: amy millie milly mel
        anastasia: stacy stacey ana nastya tasia anna
        anatoly: tolya anatoli
        andrea: andie andi drea andy
        andreas: andi andy
        andrew: andy drew andre
        angela: angie ange angelina angelica angel
        angelina: angie lina angel
        ann: anne anna annie nan nancy nanny annette ana anya
        annabel: annabelle anna belle bella annabella
        annemarie: anne anni
        anthony: tony ant antony anton toni
        antoinette: toni nettie netta
        antonella: nella anto
        antonia: toni tonya tonia antoinette
        antonio: tonio tony toni tono
        arabella: bella belle ara
        archibald: archie baldie
        arlene: lena arleen
        arnold: arnie arn
        arthur: art artie arty
        ashley: ash ashleigh ashlee
        augustus: gus august augie augustine
        barbara: barb barbie babs bab bobbie babbie barbra
        bartholomew: bart bat barty
        beatrice: bea bee trixie trix beatrix beattie
        belinda: bel linda lindy bella
        benedict: ben benny bennie
        benjamin: ben benny bennie benji benjie
        bernadette: bernie detta bernadine bernardette
        bernard: bernie barney bern
        bernhard: bernd benno
        bertha: bertie birdie
        bethany: beth bethan
        beverly: bev beverley
        blanche: blanch
        bradford: brad ford
        bradley: brad
        brandon: bran brand
        brenda: bren
        brendan: bren brendon
        brian: bryan bryant bri
        bridget: bridie biddy brigid bridgit bridgette brigitte
        brittany: brit britt britney brittney
        bronwen: bron bronwyn
        bruce: brucie
        calvin: cal vin vinny
        cameron: cam cammie
        camilla: millie milly cammie camille
        carl: karl
        carmen: carmela menchu
        carol: carole caryl karol
        caroline: carol carrie caro lina carolyn carolina caz carly
        cassandra: cass cassie cassy sandra sandy kassandra
        catherine: katherine kathryn catharine katharine cathryn kate katie katy kathy cathy cath kat kit kitty kay kathleen kath trina katrina cate katey kathie
        cecilia: cissy celia sissy cecily cecile cis
        cedric: ced
        charles: charlie chuck chas charley chaz chick carl chip
        charlotte: lottie lotty charlie char carlotta lotta
        chester: chet
        christian: chris
        christina: chris chrissie chrissy tina christine kristina christie christy
        christine: chris chrissie chrissy tina christina kris kristine christie christy kristen kirsten kirstin kristin teena
        christoph: chris stoffel
        christopher: chris kit topher kris christoph kristopher christy cristopher
        clara: clare claire
        clare: claire clair clara
        clarence: clare clarrie
        clarissa: clare rissa clara
        claudia: claude claudie
        clement: clem
        clementine: clem clemmie tina
        clifford: cliff ford
        clinton: clint
        colin: col
        concepcion: concha conchita
        constance: connie
        cordelia: delia cordy
        cornelia: nell nellie corny
        cornelius: con neil corny neal
        courtney: court
        crystal: krystal christal
        curtis: curt kurt
        cynthia: cindy cyndi cindi cyn
        cyril: cy
        dale: dayle
        daniel: dan danny dannie danial
        danielle: dani danni danny daniella daniela ella
        darlene: darla darleen
        darrell: darryl daryl darryn
        darren: daz darran daren
        david: dave davy davey dai davie
        dean: deano
        deborah: deb debbie debby debra debs debora
        delia: dee
        delilah: lila lilah dee
        della: del adelle
        dennis: den denny denis denys
        derek: del derrick deric derrek
        desmond: des desi
        diana: di diane dianne dee dianna
        diane: di diana dianne dee diann
        dmitri: dima mitya dmitry dmitriy
        dolores: lola dolly lolita delores
        domenico: mimmo nico
        dominic: dom nick nicky dominick nic
        donald: don donnie donny
        dora: dot dolly theodora
        doris: dot dottie
        dorothy: dot dottie dolly dora dorothea thea dotty dodie
        douglas: doug dougie duggie
        duncan: dunc
        dwight: ike
        ebenezer: eb eben
        eberhard: eb ebbo
        edgar: ed eddie
        edith: edie edy ede
        edmund: ed eddie ned ted teddy edmond eddy
        edna: eddie
        edward: ed eddie eddy ned ted teddy ward neddy
        edwin: ed eddie ned win
        eileen: aileen ilene eily
        ekaterina: katya katia katyusha yekaterina
        elaine: ellie lainey elena lainie elayne
        eleanor: ellie ella nell nellie nora elinor lenora eleanore elly norah
        elena: lena ellie helena ella lenochka alyona
        elfriede: elfi friedel
        eli: elijah elias
        elijah: eli lige
        elisabetta: betta elisa lisa
        elizabeth: eliza liz lizzie lizzy beth bess bessie betsy betty elisabeth lisa libby elsie lilibet ella ellie elle bettie elspeth elisa liza elsa liddy betsey liby
        ellen: ellie nell nellie helen elly len
        emily: em emmy millie milly emmie emilie emilia
        emma: em emmy emmie
        emmanuel: manny emanuel manuel
        enrique: quique kike
        ernest: ernie ern earnest
        esperanza: espe
        esther: essie hester hetty ester
        ethel: eth
        eugene: gene
        eugenia: genie gina
        eunice: niecy
        evan: ev van
        eve: eva evie
        evelyn: eve evie eva lyn evelina
        evgeni: zhenya evgeny yevgeny yevgeni
        ezekiel: zeke
        felicity: flick fliss fee lissie felicia
        ferdinand: ferdy ferdie fred
        fernando: nando fer
        filippo: pippo
        fiona: fi fee
        florence: flo flora florrie flossie floss
        frances: fran franny frankie francie fanny frannie sis fannie francesca
        francesca: fran frankie franny chessie cesca
        francesco: checco cecco franco
        francis: frank frankie fran
        francisco: paco pancho paquito curro fran kiko cisco chico
        frank: frankie
        franklin: frank frankie franklyn
        frederica: freda freddie rica ricky
        frederick: fred freddie freddy fredrick frederic fritz fredric
        friedrich: fritz fred friedel
        gabriel: gabe gabby gab
        gabriela: gaby gabi
        gabrielle: gabby gabi gaby gabriella gabriela elle ella
        gareth: gary gaz
        gary: gaz gazza garry gareth
        gavin: gav
        genevieve: gen ginny jenny viv
        geoffrey: geoff jeff jeffrey jeffery jeffry
        george: georgie geordie jorge
        georgina: georgie gina georgia georgiana ina
        gerald: gerry jerry ger jerald
        geraldine: gerry gerrie jerry
        gerard: gerry jerry ger
        gerhard: gerd gert
        gertrude: gertie trudy trudie gert truda
        giacomo: mino
        gilbert: gil bert gib wilbur
        gillian: gill jill gilly jillian jilly gilian
        giovanni: gianni nanni vanni gio
        giuseppe: beppe peppe pino
        gladys: glad
        glenn: glen glyn
        gloria: glo
        gordon: gordie gord don
        gottfried: friedel
        grace: gracie
        graham: gra graeme grahame
        gregory: greg gregg gregor greig
        gretchen: greta
        guadalupe: lupe lupita
        guenther: guenter gunter gunther
        guillermo: memo
        gwendolyn: gwen wendy gwenda gwendoline
        hannah: hanna annie nan
        hannelore: hanne lore hanni
        harold: hal harry harrie
        harriet: hattie hettie harry hatty hatti harriett
        harrison: harry
        harvey: harv
        hayley: haley hailey haylee
        heather: hettie
        heinrich: heinz heiner hein
        helen: nell nellie helena ellen lena helene
        helena: lena nell helen nellie
        henrietta: etta hettie hetty hattie etty retta harriet nettie
        henry: harry hank hal hen
        herbert: herb bert herbie bertie
        herman: herm hermann
        hilary: hil hillary
        hilda: hildie
        honora: nora norah
        horace: horry
        howard: howie ward
        hubert: hugh bert hub bertie
        hugh: hughie huey hugo
        ian: iain
        ignacio: nacho
        ignatius: iggy nate
        imogen: immy immie imogene
        ingrid: inga inge
        irene: rene renie
        isaac: ike zac zak isac
        isabel: bella belle izzy isabella isabelle isobel ibby isa bell tibbie issy issie izzie
        isadora: dora izzy issy
        isidore: izzy
        ivan: vanya van ivanushka
        jacob: jake jack jakob coby jay
        jacqueline: jackie jacqui jacky jaclyn jacquelyn jaqueline jakki
        jakob: jockel
        james: jim jimmy jamie jem jimmie jas jaime jimbo
        jane: janie jenny jan jayne janey jeannie
        janet: jan jenny jennie netta janette jannet
        janice: jan janis
        jasmine: jaz jazz yasmin yasmine jasmin
        jason: jay jase
        jean: jeanie jeannie jeanne jeanette jeannette
        jeanette: jean jeannie nettie jeannette
        jeffrey: jeff geoff jeffery geoffrey jeffry
        jemima: mima jem jemma
        jennifer: jen jenny jenni jennie jenn jenna jenifer jennefer
        jeremiah: jerry jem jeremy
        jeremy: jerry jem jez jezza
        jerome: jerry gerry
        jesse: jess jessie
        jessica: jess jessie jessy jesse
        jesus: chucho chuy
        jill: gill jilly
        joachim: jochen achim jo
        joan: joanie joni jo
        joanna: jo joan joanne johanna joann anna jojo
        joanne: jo joan joanna joann jojo
        jocelyn: joss lyn joy jocelin
        joel: jo joey
        johann: hans hannes johannes
        johanna: hanna hanne jo
        johannes: hans hannes jan johann
        john: jack johnny johnnie jon jock jackie jacky
        jonathan: jon johnny jonny jonathon jono johnathan jonnie
        jordan: jordy jord
        jorge: coque
        jose: pepe pepito joselito
        jose maria: chema
        josef: sepp jupp beppo
        josefa: pepa pepita josefina
        joseph: joe joey jo jos jose josef
        josephine: jo josie fifi josey jozie pheeny posy
        joshua: josh
        joyce: joy
        judith: judy judie jude judi
        julia: jules julie juliet
        julian: jules jools julien
        julie: jules julia jools
        juliet: jules julie juliette julia
        julius: jules
        justin: jus
        karen: kaz karin caren karyn
        karl heinz: kalle
        katharina: kathi kati katrin kathrin rina
        katherine: catherine kathryn katharine catharine kate katie katy kathy kath kat kit kitty kay kathleen katrina kathie katey kathrine kittie kaye
        kathleen: kath kathy kate katie kay kit cathleen kitty
        kelly: kel kelley kellie keli
        kenneth: ken kenny kennie
        kevin: kev
        kimberly: kim kimmy kimberley kym
        kirsten: kirsty kirstie kirstin christine
        klaus: nikolaus claus
        kristina: kris krissy tina kristine christina
        lambert: bert lam
        laura: lori laurie lauren lolly lora
        lauren: laurie loren lori laura
        laurence: larry laurie lawrence lawrie lorenzo lars loz
        lawrence: larry laurie laurence lawrie loz law
        leah: lea lee
        leonard: len lenny leo leon lennie
        leonora: nora lenora ellie
        leopold: leo poldie
        leroy: lee roy
        leslie: les lesley
        lewis: lew lou louis louie
        lillian: lil lily lilly lilian lillie
        lily: lil lilly lillie
        linda: lin lindy lyn lynda lynne
        lindsay: lindsey lin linsey lyndsey lyndsay linzi
        lionel: leo
        lisa: lise
        llewellyn: lew lyn
        lois: lo
        loretta: lori etta retta
        lorraine: lori lorrie rainy lorain raine
        louis: lou louie lewis
        louisa: lou louise lulu lula
        louise: lou louisa lulu lula
        lucas: luke luc
        lucille: lucy lu lucile
        lucinda: lucy cindy lu
        lucy: lu lucie lucia lucille lucinda
        luigi: gigi gino
        luis: lucho luisito
        luke: lucas luca
        luther: lu
        lydia: liddy lyddie
        lynn: lyn lynne linda
        mabel: may mab mabs
        madeline: maddie maddy madeleine madge lena madalyn madelyn madalene
        magdalena: magda lena maggie maddie
        malcolm: mal malc
        manfred: manni fred
        manuel: manny manolo
        marcella: marcie marcy marcelle
        marcia: marcie marcy marsha
        marcus: marc mark markus
        margaret: maggie meg peggy marge margie daisy greta madge maisie mags rita margo margot peg meggie mamie maggy maggi marguerite
        margarete: grete gretel greta margit
        margery: marge margie marjorie madge marjory
        maria: mary marie ria mia
        maria isabel: maribel
        maria teresa: maite
        marian: marion marianne mariane
        marianne: marian annie maryann maryanne mariann
        mariano: nano
        marie: mary maria mimi
        marilyn: lyn marylyn marlyn marilynn
        marjorie: marge margie margery madge marjory
        mark: marc marcus
        marlene: marla lena marleen
        marshall: marsh
        martha: marty mattie patty mat matty
        martin: marty mart martyn
        martina: tina marty
        marvin: marv merv
        mary: molly polly mae may mamie mimi minnie mitzi moll mollie maisie
        matilda: tilly tillie mattie matty maud tilda maude
        matthew: matt matty mat mathew matthias
        matthias: matze hias mathias
        maud: maude matilda maudie
        maureen: mo maura maurine
        maurice: maury morris mo morrie moss
        maximilian: max maxim maxi
        maxine: max maxie
        maxwell: max
        megan: meg meggie meghan meagan
        melanie: mel melly lanie
        melinda: mindy linda mel lindy
        melissa: mel lissa missy lisa missie
        melvin: mel melvyn
        mercedes: mercy sadie merche
        meredith: merry
        mervyn: merv mervin
        michael: mike mick mickey micky mikey micheal mickie mitch
        michaela: micha michi
        michelle: shelly shell mich chelle michele shelley mickey
        miguel: migue mike
        mikhail: misha mischa
        mildred: millie milly mil
        millicent: millie milly lissa
        milton: milt
        minerva: minnie
        miranda: mandy randy mira
        miriam: mimi mitzi mim mirry
        mitchell: mitch
        moira: moyra
        molly: mollie mary
        monica: mona mon monika monique
        montserrat: montse
        morgan: mo
        mortimer: mort morty
        moses: mo moe
        muriel: mu
        myron: ron
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
