using System.Text.RegularExpressions;

namespace CustomerInsight.Conventions.Tests;

/// <summary>What documents show is code that runs, and what they point to is there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents = [Repository.PathOf("README.md"), .. Repository.Files("docs", "*.md")];

    private static readonly ILookup<string, string> Regions = Repository.Files("tests", "*.cs").Concat(Repository.Files("samples", "*.cs"))
        .SelectMany(static file => Snippets.Regions(File.ReadAllText(file))).ToLookup(static region => region.Name, static region => region.Code, StringComparer.Ordinal);

    [Fact]
    public void Readme_ShowsHowToHost() => Assert.Contains("host", Snippets.Shown(File.ReadAllText(Documents[0])).Select(static snippet => snippet.Name));

    [Fact]
    public void Snippets_All_AreRegionsOfRunningCode() => Assert.Empty(
        from document in Documents
        from snippet in Snippets.Shown(File.ReadAllText(document))
        where !Regions[snippet.Name].SequenceEqual([snippet.Code])
        select $"{Repository.Relative(document)}, {snippet.Name}: {(Regions[snippet.Name].Any() ? "differs from its region, or two regions have that name" : "there is no such region under tests or samples")}");

    [Fact]
    public void SnippetMarks_All_AreFollowedByABlock() => Assert.Empty(
        from document in Documents
        let text = File.ReadAllText(document)
        where Snippets.Marks(text) != Snippets.Shown(text).Count()
        select Repository.Relative(document));

    [Fact]
    public void Links_InsideTheRepository_LeadSomewhere() => Assert.Empty(
        from document in Documents
        from link in Link().Matches(File.ReadAllText(document)).Select(static match => match.Groups["to"].Value)
        where !link.Contains(':', StringComparison.Ordinal)
        let target = Path.Combine(Path.GetDirectoryName(document)!, link)
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{Repository.Relative(document)}: {link}");

    [Fact]
    public void Shown_BlockAndRegionOfOtherIndentation_AreTheSame()
    {
        const string markdown = "text\n<!-- snippet: a-1 -->\n```csharp\nif (x)\n{\n    y();\n}\n```\n\n```csharp\nunmarked();\n```\n";
        const string code = "class C\r\n{\r\n    #region a-1\r\n    if (x)\r\n    {\r\n        y();\r\n    }\r\n    #endregion\r\n}\r\n";

        (string Name, string Code) shown = Assert.Single(Snippets.Shown(markdown));
        Assert.Equal(shown, Assert.Single(Snippets.Regions(code)));
        Assert.NotEqual(shown, Assert.Single(Snippets.Regions(code.Replace("y()", "z()", StringComparison.Ordinal))));
        Assert.Equal(("a-1", "if (x)\n{\n    y();\n}"), shown);
        Assert.Equal(2, Snippets.Marks(markdown + "<!-- snippet: lost -->\nno block"));
    }

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
