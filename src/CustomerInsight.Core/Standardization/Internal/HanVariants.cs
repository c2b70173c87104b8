namespace CustomerInsight;

/// <summary>Folds the ways of writing one Chinese character: 陳 and 陈, 戶 and 户.</summary>
internal static class HanVariants
{
    /// <summary>Says whether a unit is a Chinese character of the first plane.</summary>
    public static bool IsHan(char unit) => unit is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>The character that stands for all its variants; the same one where it has none. Cost O(log n).</summary>
    public static char Fold(char unit)
    {
        int at = HanVariantTable.From.AsSpan().BinarySearch(unit);
        return at >= 0 ? HanVariantTable.To[at] : unit;
    }
}
