using System.Text.RegularExpressions;

namespace CustomerInsight.Conventions.Tests;

/// <summary>Code that documents show, and the regions of running code that it is taken from.</summary>
internal static partial class Snippets
{
    /// <summary>The marked blocks of a document.</summary>
    public static IEnumerable<(string Name, string Code)> Shown(string markdown) =>
        Block().Matches(markdown.ReplaceLineEndings("\n")).Select(static match => (match.Groups["name"].Value, Unindent(match.Groups["code"].Value)));

    /// <summary>How many marks a document has, whether a block follows or not.</summary>
    public static int Marks(string markdown) => Mark().Count(markdown);

    /// <summary>The regions of a source file.</summary>
    public static IEnumerable<(string Name, string Code)> Regions(string code) =>
        Region().Matches(code.ReplaceLineEndings("\n")).Select(static match => (match.Groups["name"].Value, Unindent(match.Groups["code"].Value)));

    private static string Unindent(string code)
    {
        string[] lines = [.. code.Split('\n').Select(static line => line.TrimEnd())];
        int indent = lines.Where(static line => line.Length > 0).Select(static line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : string.Empty)).Trim('\n');
    }

    [GeneratedRegex(@"<!-- *snippet: *(?<name>[\w-]+) *-->[ \t]*\n```\w*\n(?<code>.*?)\n```[ \t]*(?:\n|$)", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("<!-- *snippet:")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[ \t]*#region (?<name>[\w-]+)[ \t]*\n(?<code>.*?)\n[ \t]*#endregion", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
