namespace CustomerInsight.Testing;

/// <summary>British towns with their postcode areas, the most populous first, and streets.</summary>
internal static class Places
{
    private static readonly string[][] Towns = [.. WordList.Lines("""
        London SW SE N NW E W
        Birmingham B
        Manchester M
        Leeds LS
        Glasgow G
        Sheffield S
        Liverpool L
        Bristol BS
        Edinburgh EH
        Cardiff CF
        Leicester LE
        Coventry CV
        Bradford BD
        Nottingham NG
        Belfast BT
        Newcastle_upon_Tyne NE
        Brighton BN
        Hull HU
        Plymouth PL
        Stoke-on-Trent ST
        Wolverhampton WV
        Derby DE
        Southampton SO
        Portsmouth PO
        Aberdeen AB
        Norwich NR
        Swansea SA
        Milton_Keynes MK
        Reading RG
        Northampton NN
        Luton LU
        Bolton BL
        Sunderland SR
        York YO
        Preston PR
        Oxford OX
        Cambridge CB
        Ipswich IP
        Peterborough PE
        Gloucester GL
        Exeter EX
        Chester CH
        Blackpool FY
        Dundee DD
        Swindon SN
        Slough SL
        Bath BA
        Colchester CO
        Lincoln LN
        Warrington WA
        Huddersfield HD
        Doncaster DN
        Bournemouth BH
        Guildford GU
        Canterbury CT
        Shrewsbury SY
        Worcester WR
        Carlisle CA
        Inverness IV
        Perth PH
        """).Select(static line => Array.ConvertAll(WordList.Words(line), static word => word.Replace('_', ' ')))];

    private static readonly string[] StreetNames = WordList.Words("""
        High Station Church Park Victoria Green Manor Kings Queens Mill School London Springfield George New York Albert Grange Broad North
        South West Bridge Windsor Alexandra Chapel Stanley Richmond Highfield Chester Grove Woodland Orchard Oxford Kingsway Warwick Cambridge Devonshire Garden Hill
        Beech Cedar Chestnut Elm Lime Maple Oak Poplar Rowan Sycamore Walnut Willow Birch Holly Hawthorn Laburnum Lilac Heather Meadow Brook
        """);

    private static readonly string[] StreetKinds = WordList.Words("Road Street Avenue Lane Close Drive Way Gardens Crescent Court Grove Place Terrace");

    private static readonly WeightedPick TownRanks = WeightedPick.Ranked(Towns.Length, 3);
    private static readonly WeightedPick NameRanks = WeightedPick.Ranked(StreetNames.Length, 8);
    private static readonly WeightedPick KindRanks = WeightedPick.Ranked(StreetKinds.Length, 1.5);

    public static Address Draw(SeededRandom random)
    {
        string[] town = Towns[TownRanks.Next(random)];
        string area = town[1 + random.Next(town.Length - 1)];
        string postcode = $"{area}{Digits.Text(1 + random.Next(28))} {(char)('1' + random.Next(9))}{InwardLetter(random)}{InwardLetter(random)}";
        string street = $"{StreetNames[NameRanks.Next(random)]} {StreetKinds[KindRanks.Next(random)]}";
        string number = Digits.Text(1 + (int)(180 * random.NextDouble() * random.NextDouble()));
        string line = random.NextDouble() < 0.12 ? $"Flat {Digits.Text(1 + random.Next(40))}, {number} {street}" : $"{number} {street}";
        return new Address(line, town[0], postcode);
    }

    // The last two letters of a postcode never use the six that are easily misread.
    private static char InwardLetter(SeededRandom random) => "ABDEFGHJLNPQRSTUWXYZ"[random.Next(20)];
}
