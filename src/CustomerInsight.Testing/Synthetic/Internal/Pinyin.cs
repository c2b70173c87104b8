using System.Collections.Frozen;
using System.Text;

namespace CustomerInsight.Testing;

/// <summary>How the characters of this package's own lists are written in Latin letters, without tones, as passports write them.</summary>
internal static class Pinyin
{
    // A syllable, then the characters that are read so.
    private static readonly string[][] Syllables = [.. WordList.Lines("""
        ya 亚
        bai 白
        bin 斌
        bo 波博
        cai 蔡
        cao 曹
        chao 超
        chen 陈
        cheng 程
        chun 春
        cui 崔翠
        dai 戴
        dan 丹
        de 德
        deng 邓
        ding 丁
        dong 董
        du 杜
        duan 段
        fan 范
        fang 方芳
        fen 芬
        feng 冯峰凤
        fu 付福
        gang 刚
        gao 高
        gong 龚
        gu 顾
        guan 官
        gui 桂
        guo 郭国
        hai 海
        han 韩涵
        hang 航
        hao 郝浩昊豪
        he 何贺
        hong 红
        hou 侯
        hu 胡
        hua 华花
        huang 黄
        hui 辉惠
        jia 贾佳嘉家
        jian 建
        jiang 蒋姜江
        jie 杰
        jin 金
        jing 静
        juan 娟
        jun 军俊
        ke 可
        kong 孔
        lan 兰
        lei 雷磊
        li 李黎丽莉
        liang 梁
        liao 廖
        lin 林琳
        ling 玲
        liu 刘
        long 龙
        lu 卢陆
        luo 罗
        lyu 吕
        ma 马
        mao 毛
        mei 梅美
        meng 孟梦
        min 敏民
        ming 明
        mo 莫
        na 娜
        ning 宁
        ou 欧
        pan 潘
        peng 彭鹏
        ping 萍平
        qian 钱倩
        qiang 强
        qin 秦覃琴
        qiu 邱
        qi 琪
        ran 然
        ren 任
        rong 荣
        rui 睿
        shang 上
        shao 邵
        shen 沈
        sheng 生
        shi 石史诗
        shu 淑
        si 司思
        song 宋
        su 苏
        sun 孙
        tan 谭
        tang 唐汤
        tao 陶涛
        tian 田天
        ting 婷
        tong 彤
        wan 万
        wang 王汪
        wei 魏韦伟
        wen 文
        wu 吴武
        xia 夏霞
        xiang 向
        xiao 肖晓小
        xie 谢
        xin 欣鑫
        xiong 熊
        xiu 秀
        xu 徐许
        xuan 轩萱
        xue 薛雪
        yan 闫严艳燕妍
        yang 杨阳
        yao 姚瑶
        ye 叶
        yi 怡一
        yin 尹
        ying 英颖
        yong 永勇
        yu 于余玉宇雨
        yuan 袁
        yue 悦玥
        yun 云
        ze 泽
        zeng 曾
        zhang 张
        zhao 赵
        zhe 哲
        zhen 珍
        zheng 郑
        zhi 志
        zhong 钟
        zhou 周
        zhu 朱诸
        zi 子梓
        zou 邹
        ge 葛
        """).Select(WordList.Words)];

    private static readonly FrozenDictionary<char, string> Readings =
        Syllables.SelectMany(static line => line[1].Select(character => KeyValuePair.Create(character, line[0]))).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Homophones =
        Syllables.SelectMany(static line => line[1].Select(character => KeyValuePair.Create(character, line[1]))).ToFrozenDictionary();

    /// <summary>The reading of one character, or null where the table does not have it.</summary>
    public static string? Reading(char character) => Readings.GetValueOrDefault(character);

    /// <summary>Writes a name in Latin letters, its first letter large.</summary>
    /// <param name="name">Characters of this package's lists.</param>
    /// <param name="separator">What stands between two syllables: nothing, a blank, a hyphen. After a blank or hyphen the next letter is large too.</param>
    public static string Write(string name, string separator = "")
    {
        var text = new StringBuilder();
        foreach (char character in name)
        {
            string reading = Readings[character];
            bool large = text.Length == 0 || separator.Length > 0;
            text.Append(text.Length == 0 ? string.Empty : separator);
            text.Append(large ? char.ToUpperInvariant(reading[0]) : reading[0]).Append(reading, 1, reading.Length - 1);
        }

        return text.ToString();
    }

    /// <summary>Another character of the lists with the same reading, as a typist picks it by mistake; the same one where there is none.</summary>
    public static char Homophone(SeededRandom random, char character)
    {
        string same = Homophones.GetValueOrDefault(character, string.Empty);
        if (same.Length < 2)
        {
            return character;
        }

        char other = same[random.Next(same.Length - 1)];
        return other == character ? same[^1] : other;
    }
}
