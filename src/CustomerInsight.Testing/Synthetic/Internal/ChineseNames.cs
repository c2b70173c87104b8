namespace CustomerInsight.Testing;

/// <summary>Chinese family names in order of frequency, and the characters of given names by sex and generation.</summary>
internal static class ChineseNames
{
    public const string FamilyNames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static readonly string[] CompoundFamilyNames = ["欧阳", "上官", "诸葛", "司马"];

    // By generation: born before 1970, before 1995, and later. Single characters first, then the two halves of longer names.
    private static readonly string[] WomenSingle = ["英珍兰芳霞萍梅红玲芬", "丽娟艳敏静燕娜丹莉婷", "婷悦颖琳雪倩欣瑶怡玥"];
    private static readonly string[] WomenFirst = ["秀桂玉淑凤翠春惠金美", "丽晓海小春雪红文艳亚", "子梓雨思欣诗佳可梦一"];
    private static readonly string[] WomenSecond = ["英珍兰芳华云荣梅琴花", "娟梅燕玲霞红华丽静萍", "涵萱怡琪妍彤宁瑶琳欣"];
    private static readonly string[] MenSingle = ["军强平明建刚勇国伟华", "伟磊强杰涛军超斌波鹏", "浩宇轩昊博睿阳俊哲鑫"];
    private static readonly string[] MenFirst = ["建国志玉文德永金福海", "志建海文晓国小俊永家", "子浩宇俊梓嘉天博思一"];
    private static readonly string[] MenSecond = ["国华明平军林生荣强民", "伟强明军华杰峰辉涛鹏", "轩宇涵豪杰泽然博睿航"];

    private static readonly WeightedPick FamilyRanks = WeightedPick.Ranked(FamilyNames.Length, 2);
    private static readonly WeightedPick CharacterRanks = WeightedPick.Ranked(10, 3);

    /// <summary>Every character that a name can be made of.</summary>
    public static IEnumerable<char> Characters => string.Concat([
        FamilyNames, .. CompoundFamilyNames, .. WomenSingle, .. WomenFirst, .. WomenSecond, .. MenSingle, .. MenFirst, .. MenSecond]);

    public static string DrawFamily(SeededRandom random) => random.NextDouble() < 0.006
        ? CompoundFamilyNames[random.Next(CompoundFamilyNames.Length)]
        : FamilyNames[FamilyRanks.Next(random)].ToString();

    public static string DrawGiven(SeededRandom random, bool woman, int birthYear)
    {
        int generation = birthYear < 1970 ? 0 : birthYear < 1995 ? 1 : 2;
        if (random.NextDouble() < 0.2)
        {
            return (woman ? WomenSingle : MenSingle)[generation][CharacterRanks.Next(random)].ToString();
        }

        char first = (woman ? WomenFirst : MenFirst)[generation][CharacterRanks.Next(random)];
        char second = (woman ? WomenSecond : MenSecond)[generation][CharacterRanks.Next(random)];
        return string.Concat([first, second]);
    }
}
