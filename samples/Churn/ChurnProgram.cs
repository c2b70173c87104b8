using System.Globalization;
using CustomerInsight.Sources;
using LifetimeValueSample;

namespace ChurnSample;

/// <summary>Who will leave, when and why: from purchases, from a table of customers, from how long they stayed.</summary>
internal static class ChurnProgram
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the command line cannot be understood, 130 stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!ChurnSampleArguments.TryParse(args, out ChurnSampleArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(ChurnSampleArguments.Usage);
            return 2;
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var results = new ResultFolder(arguments.Out);
            await (arguments switch
            {
                { Table: { } table, Time: not null } => new SurvivalStory(screen, results, arguments).TellAsync(table, cancellationToken),
                { Table: { } table } => new TableStory(screen, results, arguments).TellAsync(table, cancellationToken),
                _ => new PurchaseStory(screen, results, arguments).TellAsync(cancellationToken),
            });
            if (results.Written.Count > 0)
            {
                screen.WriteLine();
                screen.WriteLine($"Written to {arguments.Out}: {string.Join(", ", results.Written)}; charts (*.vl.json) are for any Vega-Lite viewer");
            }

            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            error.WriteLine("Stopped.");
            return 130;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SourceFormatException or ArgumentException or FormatException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }
}
