namespace CustomerInsight.Matching.Tests;

/// <summary>The 5,000 strings that the sums of other programs are over, each once with how often it occurs: equal strings need no second look.</summary>
internal static class ReferenceNames
{
    public static (string Name, long Count)[] Of(string file)
    {
        string[] lines = File.ReadAllLines(SharedData.Path("reference", "splink", file));
        Assert.Equal(5000, lines.Length);
        return [.. lines.GroupBy(static line => line, StringComparer.Ordinal).Select(static group => (group.Key, (long)group.Count()))];
    }
}
