namespace CustomerInsight;

/// <summary>Takes a whole name apart, so that a source with one name field can be compared with a source with two.</summary>
/// <remarks>
/// "Lee, Ann" and "Ann Lee" give Ann and Lee; the last word is the family name, what stands before it the given names. A name of two to four
/// Chinese characters begins with the family name: one character, or two of the common compound names; where a space parts it, it parts the names.
/// Where a culture writes names the other way round, the two come out crossed, which matching has a level for.
/// </remarks>
internal static class FullNameSplitter
{
    private const int LongestChineseName = 4;

    /// <summary>The family names of two characters that are borne today, in simplified characters.</summary>
    private static readonly HashSet<string> CompoundFamilyNames = new(StringComparer.Ordinal)
    {
        "欧阳", "太史", "上官", "司马", "东方", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "皇甫", "公孙", "慕容", "司徒", "长孙", "宇文", "令狐", "端木",
        "万俟", "澹台", "单于", "淳于", "濮阳", "申屠", "钟离", "鲜于", "闾丘", "呼延", "赫连", "拓跋", "轩辕", "东郭", "西门", "公冶", "仲孙", "亓官", "司空", "完颜", "纳兰",
    };

    public static (string? Given, string? Family) Split(string fullName)
    {
        ReadOnlySpan<char> name = fullName.AsSpan().Trim();
        int comma = name.IndexOfAny(',', '，');
        if (comma >= 0)
        {
            return (Part(name[(comma + 1)..]), Part(name[..comma]));
        }

        int space = name.LastIndexOfAny(' ', '\u3000', '\t');
        if (space >= 0)
        {
            ReadOnlySpan<char> head = name[..space].Trim();
            return IsChinese(head) && IsChinese(name[(space + 1)..]) ? (Part(name[(space + 1)..]), Part(head)) : (Part(head), Part(name[(space + 1)..]));
        }

        if (name.Length is >= 2 and <= LongestChineseName && IsChinese(name))
        {
            int family = name.Length > 2 && CompoundFamilyNames.Contains(TextFolding.Fold(name[..2].ToString())) ? 2 : 1;
            return (Part(name[family..]), Part(name[..family]));
        }

        return (null, Part(name));
    }

    private static string? Part(ReadOnlySpan<char> part) => part.Trim() is { IsEmpty: false } text ? text.ToString() : null;

    private static bool IsChinese(ReadOnlySpan<char> name) => name.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;
}
