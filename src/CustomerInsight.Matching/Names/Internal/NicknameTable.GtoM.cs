namespace CustomerInsight.Matching;

/// <content>Names from G to M.</content>
internal static partial class NicknameTable
{
    private const string GtoM = """
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
        """;
}
