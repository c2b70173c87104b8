namespace CustomerInsight.Testing;

/// <summary>Reads the lists that stand in this package as text.</summary>
internal static class WordList
{
    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
