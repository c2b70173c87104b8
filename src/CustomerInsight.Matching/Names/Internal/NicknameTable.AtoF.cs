namespace CustomerInsight.Matching;

/// <content>Names from A to F.</content>
internal static partial class NicknameTable
{
    private const string AtoF = """
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
        """;
}
