namespace CustomerInsight;

/// <summary>What people and programs write where they have no value.</summary>
internal static class Placeholders
{
    /// <summary>Tells whether a folded text, or its words, stand for no value.</summary>
    /// <param name="folded">The folded text, or its words.</param>
    /// <returns>True for a placeholder.</returns>
    public static bool Contains(ReadOnlySpan<char> folded) => folded.Trim() is
        "n/a" or "#n/a" or "n.a." or "n/k" or "none" or "null" or "nil" or "undefined"
        or "unknown" or "not known" or "not available" or "not applicable" or "unbekannt" or "inconnu"
        or "未知" or "不详" or "暂无";

    /// <summary>Tells whether the words of a name stand for no name.</summary>
    /// <param name="words">The words of a name.</param>
    /// <returns>True for a placeholder.</returns>
    public static bool ContainsName(ReadOnlySpan<char> words) => Contains(words) || words is
        "test" or "test test" or "testing" or "tester" or "test user" or "no name" or "noname" or "anonymous"
        or "测试" or "匿名";
}
