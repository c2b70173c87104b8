using System.Globalization;
using CustomerInsight.Sources;

namespace LifetimeValueSample;

/// <summary>What customers are worth: which model of their purchases foretells best, what it says of each, and how sure that is.</summary>
internal static class LifetimeValueProgram
{
    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the command line cannot be understood, 130 stopped.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!LifetimeValueArguments.TryParse(args, out LifetimeValueArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(LifetimeValueArguments.Usage);
            return 2;
        }

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var results = new ResultFolder(arguments.Out);
            if (arguments.Donations is { } donations)
            {
                await new DonationStory(screen, results).TellAsync(donations, cancellationToken);
            }
            else if (arguments.Subscriptions is { } subscriptions)
            {
                await new SubscriptionStory(screen, results).TellAsync(subscriptions, cancellationToken);
            }
            else
            {
                await new PurchaseStory(screen, results, arguments).TellAsync(cancellationToken);
            }

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
