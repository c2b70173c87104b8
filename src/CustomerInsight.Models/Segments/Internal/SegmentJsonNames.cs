using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>The property names of segments in JSON.</summary>
internal static class SegmentJsonNames
{
    public const string Kind = "kind";
    public const string Version = "version";
    public const string Segments = "segments";
    public const string Name = "name";
    public const string Description = "description";
    public const string When = "when";
    public const string All = "all";
    public const string Any = "any";
    public const string Not = "not";
    public const string Segment = "segment";
    public const string Trait = "trait";
    public const string IgnoreCase = "ignoreCase";

    /// <summary>The path of a property or item below another.</summary>
    public static string Below(string path, string name) => $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The path of a property or item below another.</summary>
    public static string Below(string path, int index) => FormattableString.Invariant($"{path}/{index}");

    /// <summary>The path of a segment's condition.</summary>
    public static string WhenOf(int segment) => Below(Below($"/{Segments}", segment), When);

    /// <summary>The segment that a path into a set leads to.</summary>
    public static int SegmentOf(string path) => int.Parse(path.Split('/')[2], CultureInfo.InvariantCulture);

    /// <summary>The path that leads to the same place of another segment.</summary>
    public static string WithSegment(string path, int segment)
    {
        string[] parts = path.Split('/');
        parts[2] = segment.ToString(CultureInfo.InvariantCulture);
        return string.Join('/', parts);
    }
}
