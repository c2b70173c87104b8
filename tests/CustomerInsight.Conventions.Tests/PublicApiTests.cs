namespace CustomerInsight.Conventions.Tests;

/// <summary>The public API changes on purpose only: run these tests with UPDATE_API=1 to accept a change, and commit the files.</summary>
public sealed class PublicApiTests
{
    private const string Variable = "UPDATE_API";

    [Theory]
    [MemberData(nameof(Library.Each), MemberType = typeof(Library))]
    public void PublicApi_OfALibrary_IsTheOneWrittenDown(string library)
    {
        string file = Repository.PathOf($"docs/api/CustomerInsight.{library}.txt");
        string actual = PublicApi.Of(Library.Load(library));
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        string expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        IEnumerable<string> added = Lines(actual).Except(Lines(expected)).Select(static line => "+ " + line);
        IEnumerable<string> removed = Lines(expected).Except(Lines(actual)).Select(static line => "- " + line);
        Assert.True(expected == actual, $"The API differs from {Repository.Relative(file)}; run with {Variable}=1 to accept:\n{string.Join('\n', removed.Concat(added))}");
    }

    private static string[] Lines(string text) => text.Split('\n');
}
