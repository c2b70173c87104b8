using System.Globalization;
using System.Text.RegularExpressions;
using CustomerInsight.Matching;
using Quickstart;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>What a run of the quickstart gave: exit code, what it printed, and its files.</summary>
internal sealed partial record Outcome(int Code, string Screen, string Error, string Folder)
{
    /// <summary>No run of these tests comes near to it; one that does hangs.</summary>
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(5);

    public string Profiles => File.ReadAllText(Path.Combine(Folder, "profiles.csv"));

    public string Links => File.ReadAllText(Path.Combine(Folder, "links.csv"));

    public string Customers => File.ReadAllText(Path.Combine(Folder, "customers.csv"));

    /// <summary>The F1 that the program printed.</summary>
    public double PrintedF1 => double.Parse(F1Pattern().Match(Screen).Groups[1].Value, CultureInfo.InvariantCulture);

    public static async Task<Outcome> RunAsync(TempFolder folder, params string[] args)
    {
        string results = folder["results"];
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        var screen = new StringWriter(CultureInfo.InvariantCulture);
        var error = new StringWriter(CultureInfo.InvariantCulture);
        string[] all = args.Contains("--out") ? args : [.. args, "--out", results];
        int code = await QuickstartProgram.RunAsync(all, screen, error, CancellationToken.None).WaitAsync(HangGuard);
        return new Outcome(code, screen.ToString(), error.ToString(), results);
    }

    /// <summary>Checks what every good end has: code 0 and three files of at least a header.</summary>
    public Outcome IsClean()
    {
        Assert.True(Code == 0, $"exit code {Code}: {Error}");
        Assert.StartsWith("profile,kind,records,record_keys", Profiles, StringComparison.Ordinal);
        Assert.StartsWith("left,right,profile,weight_bits,probability,found_by,evidence\n", Links, StringComparison.Ordinal);
        Assert.StartsWith("customer,orders,revenue,currency", Customers, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Checks what every refusal has: its code, a message with these words, no stack trace, no results.</summary>
    public void IsRefused(int code, params string[] words)
    {
        Assert.Equal(code, Code);
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Written to", Screen, StringComparison.Ordinal);
    }

    public List<string[]> ProfileRows() => Csv.Rows(Profiles);

    public List<string[]> LinkRows() => Csv.Rows(Links);

    public List<string[]> CustomerRows() => Csv.Rows(Customers);

    /// <summary>The F1 that follows from the written profiles, worked out anew from the truth file.</summary>
    public double F1Against(string truthFile)
    {
        Dictionary<string, string> truth = Csv.Rows(Csv.ReadText(truthFile)).ToDictionary(static row => row[0], static row => row[1]);
        return PairwiseQuality.Of(ProfileRows()
            .SelectMany(static row => row[3].Split('|').Select(key => (Profile: row[0], Id: key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..])))
            .Select(record => (record.Profile, truth[record.Id]))).F1;
    }

    [GeneratedRegex(@"F1 ([01]\.\d{4})")]
    private static partial Regex F1Pattern();
}
