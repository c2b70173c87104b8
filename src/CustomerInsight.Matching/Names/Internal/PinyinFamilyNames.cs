namespace CustomerInsight.Matching;

/// <summary>The family names that are read otherwise than their characters are elsewhere.</summary>
/// <remarks>
/// Of the characters that are family names in two readings, the one of more people: 覃 is qin (most of its bearers are Zhuang), 乐 yue, 柏 bai.
/// </remarks>
internal static class PinyinFamilyNames
{
    /// <summary>Finds the family name that a name begins with.</summary>
    /// <param name="name">A name.</param>
    /// <param name="syllables">How it is read, a space between two syllables; empty where no rule says it.</param>
    /// <returns>How many units were read: 0, 1 or 2.</returns>
    public static int Find(ReadOnlySpan<char> name, out string syllables)
    {
        syllables = name.Length > 1 ? OfTwo(name[..2]) : "";
        if (syllables.Length > 0)
        {
            return 2;
        }

        syllables = name.IsEmpty ? "" : OfOne(name[0]);
        return syllables.Length > 0 ? 1 : 0;
    }

    private static string OfTwo(ReadOnlySpan<char> name) => name switch
    {
        "尉迟" or "尉遲" => "yu chi",
        "长孙" or "長孫" => "zhang sun",
        "万俟" or "萬俟" => "mo qi",
        "澹台" or "澹臺" => "tan tai",
        "单于" or "單于" => "chan yu",
        "令狐" => "ling hu",
        _ => "",
    };

    private static string OfOne(char name) => name switch
    {
        '单' or '單' => "shan",
        '仇' => "qiu",
        '查' => "zha",
        '解' => "xie",
        '曾' => "zeng",
        '区' or '區' => "ou",
        '朴' => "piao",
        '翟' => "zhai",
        '盖' or '蓋' => "ge",
        '乐' or '樂' => "yue",
        '员' or '員' => "yun",
        '种' or '種' => "chong",
        '重' => "chong",
        '缪' or '繆' => "miao",
        '覃' => "qin",
        '都' => "du",
        '薄' => "bo",
        '秘' => "bi",
        '折' => "she",
        '祭' => "zhai",
        '召' => "shao",
        '句' => "gou",
        '郇' => "xun",
        '粘' => "nian",
        '乜' => "nie",
        '洗' => "xian",
        '晟' => "cheng",
        '繁' => "po",
        '佴' => "nai",
        '阚' or '闞' => "kan",
        _ => "",
    };
}
