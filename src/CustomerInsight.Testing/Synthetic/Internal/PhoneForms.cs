namespace CustomerInsight.Testing;

/// <summary>Writes telephone numbers as sources do.</summary>
internal static class PhoneForms
{
    public static string British(SyntheticPhoneStyle style, string national) => style switch
    {
        SyntheticPhoneStyle.International => $"+44 {national.AsSpan(0, 4)} {national.AsSpan(4)}",
        SyntheticPhoneStyle.National => $"0{national}",
        _ => $"0{national.AsSpan(0, 4)} {national.AsSpan(4, 3)} {national.AsSpan(7)}",
    };

    public static string Chinese(SeededRandom random, string national) => random.Next(3) switch
    {
        0 => $"+86{national}",
        1 => $"+86 {national.AsSpan(0, 3)} {national.AsSpan(3, 4)} {national.AsSpan(7)}",
        _ => $"+86-{national}",
    };
}
