namespace CustomerInsight.Testing;

/// <summary>Chinese cities with the first four digits of their postcodes, the most populous first, and streets.</summary>
internal static class ChinesePlaces
{
    private static readonly string[][] Cities = [.. WordList.Lines("""
        上海 Shanghai 2000
        北京 Beijing 1000
        深圳 Shenzhen 5180
        广州 Guangzhou 5100
        重庆 Chongqing 4000
        成都 Chengdu 6100
        天津 Tianjin 3000
        武汉 Wuhan 4300
        杭州 Hangzhou 3100
        西安 Xi'an 7100
        苏州 Suzhou 2150
        南京 Nanjing 2100
        郑州 Zhengzhou 4500
        长沙 Changsha 4100
        沈阳 Shenyang 1100
        青岛 Qingdao 2660
        宁波 Ningbo 3150
        合肥 Hefei 2300
        昆明 Kunming 6500
        大连 Dalian 1160
        福州 Fuzhou 3500
        厦门 Xiamen 3610
        济南 Jinan 2500
        哈尔滨 Harbin 1500
        """).Select(WordList.Words)];

    private static readonly string[][] Streets = [.. WordList.Lines("""
        中山路 Zhongshan
        人民路 Renmin
        解放路 Jiefang
        建设路 Jianshe
        和平路 Heping
        新华路 Xinhua
        文化路 Wenhua
        北京路 Beijing
        南京路 Nanjing
        长江路 Changjiang
        黄河路 Huanghe
        胜利路 Shengli
        朝阳路 Chaoyang
        滨江路 Binjiang
        学院路 Xueyuan
        科技路 Keji
        花园路 Huayuan
        延安路 Yan'an
        五一路 Wuyi
        迎宾路 Yingbin
        """).Select(WordList.Words)];

    private static readonly WeightedPick CityRanks = WeightedPick.Ranked(Cities.Length, 3);
    private static readonly WeightedPick StreetRanks = WeightedPick.Ranked(Streets.Length, 5);

    /// <summary>One place, as it is written in characters and in Latin letters.</summary>
    public static (Address Characters, Address Latin) Draw(SeededRandom random)
    {
        string[] city = Cities[CityRanks.Next(random)];
        string[] street = Streets[StreetRanks.Next(random)];
        string number = Digits.Text(1 + random.Next(999));
        string building = Digits.Text(1 + random.Next(30));
        string room = Digits.Text((100 * (1 + random.Next(28))) + 1 + random.Next(6));
        string postcode = city[2] + Digits.Draw(random, 2);
        return (
            new Address($"{street[0]}{number}号{building}栋{room}室", city[0], postcode),
            new Address($"Room {room}, Building {building}, {number} {street[1]} Road", city[1], postcode));
    }
}
