using System.Text.RegularExpressions;

namespace CustomerInsight.Conventions.Tests;

/// <summary>What holds for every source file.</summary>
public sealed partial class FileConventionTests
{
    private const int MostLines = 300;

    private static readonly string[] Sources = [.. Repository.Files("src", "*.cs")];

    [Fact]
    public void SourceFiles_All_AreFound() => Assert.True(Sources.Length > 100, $"Only {Sources.Length} files are under src.");

    [Fact]
    public void SourceFiles_All_HoldOneTopLevelTypeNamedAsTheFile() => Assert.Empty(
        from file in Sources
        let types = TopLevelType().Matches(File.ReadAllText(file)).Select(static match => match.Groups["name"].Value).ToArray()
        where types is not [{ } only] || Path.GetFileName(file).Split('.')[0] != only
        select $"{Repository.Relative(file)}: {string.Join(", ", types)}");

    [Fact]
    public void SourceFiles_All_AreShort() => Assert.Empty(
        from file in Sources
        let lines = File.ReadLines(file).Count()
        where lines > MostLines
        select $"{Repository.Relative(file)}: {lines} lines");

    [Fact]
    public void SourceFiles_Half_AreAtMostSixtyLines()
    {
        int[] lines = [.. Sources.Select(static file => File.ReadLines(file).Count()).Order()];

        Assert.InRange(lines[lines.Length / 2], 1, 60);
    }

    [Fact]
    public void SourceFiles_All_LeaveNothingForLater() => Assert.Empty(
        from file in Repository.Files("src", "*.cs").Concat(Repository.Files("samples", "*.cs"))
        where Unfinished().IsMatch(File.ReadAllText(file))
        select Repository.Relative(file));

    [GeneratedRegex(@"^(?:public|internal|file) (?:(?:sealed|static|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException")]
    private static partial Regex Unfinished();
}
