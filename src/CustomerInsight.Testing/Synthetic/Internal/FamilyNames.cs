namespace CustomerInsight.Testing;

/// <summary>Family names of Britain, the most common first, with a long tail of names made like those of places.</summary>
internal static class FamilyNames
{
    private static readonly string[] Common = WordList.Words("""
        Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green Hall
        Lewis Harris Clarke Patel Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen
        James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy
        Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali
        Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey
        Graham Pearson Ahmed Fletcher Walsh Kaur Gibson Howard Andrews Stewart Elliott Reynolds Saunders Payne Fox Ford Pearce Day Brooks West
        Lawrence Cole Atkinson Bradley Spencer Gill Dawson Watts Burton Rose Perry Wells Armstrong Ball Booth Stone Francis Hart Webster Hayes
        Fraser Williamson Ross Robertson Reid Burns Hamilton Kennedy Gordon Cunningham Ferguson Duncan Hunter Henderson Johnston Wallace Simmonds Mcdonald Macdonald Obrien
        Carr Hudson Newman Barrett Lane Gardner Bird Woods Nicholson Berry Page Lambert Black Peters Harding Chambers Bishop Osborne Long Cross
        Freeman Sharp Hopkins Hawkins Barton Dean Read Parry Miah Malik Akhtar Shah Kumar Rahman Chowdhury Iqbal Uddin Hassan Sharma Desai
        Bates Byrne Carpenter Coles Crawford Curtis Doyle French George Goodwin Grant Griffin Hammond Hardy Higgins Holland Holt Howell Humphreys Hutchinson
        Ingram Jordan Kay Lowe Lynch Marsh May Moss Nash Neal Nelson Newton Norman Norton Oliver Parsons Porter Pratt Potter Quinn
        Ryan Savage Sanders Schofield Shepherd Slater Steele Stephens Stevenson Sutton Swift Thornton Tucker Vaughan Walton Warren Waters Wheeler Whitehead Yates
        """);

    private static readonly string[] Heads = WordList.Words("""
        Ash Alder Apple Barn Bex Black Brad Bram Brick Brook Burn Cal Can Chad Charl Clay Clif Cold Cran Crom
        Dar Dun East Ed Elm Fair Farn Finch Gar Glad Gold Had Hal Ham Har Haver Hazel Hep Hol Horn
        Kel Kem Kirk Lang Lay Lind Lock Mar Mel Mil Nor Oak Pem Pres Rad Red Rom Rush Sher Shore Stan
        Stock Strat Thorn Tun Up Wake Wal Wel Whit Wil Win Wood Wool Worth
        """);

    private static readonly string[] Tails = WordList.Words("ford ley ton worth field well wood bury combe hurst stead don bridge bourne ham shaw wick land by thorpe more croft gate dale");

    private static readonly WeightedPick Ranks = WeightedPick.Ranked(Common.Length, 9);
    private static readonly WeightedPick HeadRanks = WeightedPick.Ranked(Heads.Length, 12);
    private static readonly WeightedPick TailRanks = WeightedPick.Ranked(Tails.Length, 3);

    public static IReadOnlyList<string> Listed => Common;

    public static string Draw(SeededRandom random) => random.NextDouble() < 0.7
        ? Common[Ranks.Next(random)]
        : Heads[HeadRanks.Next(random)] + Tails[TailRanks.Next(random)];
}
