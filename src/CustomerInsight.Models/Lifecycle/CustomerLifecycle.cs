using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>The life of one customer so far.</summary>
/// <param name="Customer">The customer's name in results.</param>
/// <param name="State">The state at the as-of moment.</param>
/// <param name="Path">All states by time, the last that of <paramref name="State"/>, no two neighbours alike. Empty for a customer of whom no activity is known: in the start, nobody knows since when.</param>
/// <param name="Next">The state that comes next and when, if nothing happens until then; null where none does.</param>
/// <param name="AsOf">The moment all this was seen from; null where there was no activity at all.</param>
public sealed record CustomerLifecycle(string Customer, string State, ValueList<LifecycleStep> Path, LifecycleStep? Next, DateTimeOffset? AsOf)
{
    /// <summary>Gets since when the customer has been in the state; null where no activity is known.</summary>
    public DateTimeOffset? Since => Path.Count == 0 ? null : Path[^1].Since;

    /// <summary>Gets for how many days (of 24 hours) the customer has been in the state; null where no activity is known.</summary>
    public double? DaysInState => (AsOf - Since)?.TotalDays;

    /// <summary>Finds the state at an earlier moment.</summary>
    /// <param name="moment">The moment. From the as-of moment on it is <see cref="State"/>.</param>
    /// <returns>The state; null where the customer had not been seen by then. A customer of whom no activity is known is in the start as of now and was not seen before.</returns>
    public string? StateAt(DateTimeOffset moment)
    {
        if (AsOf is null || moment >= AsOf)
        {
            return State;
        }

        for (int step = Path.Count - 1; step >= 0; step--)
        {
            if (Path[step].Since <= moment)
            {
                return Path[step].State;
            }
        }

        return null;
    }

    /// <summary>Tells the life for a person.</summary>
    /// <returns>A line for each state with its reason, then what comes next; no name of the customer.</returns>
    public string Explain()
    {
        var text = new StringBuilder();
        if (Path.Count == 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{State}: no activity is known");
        }

        for (int step = 0; step < Path.Count; step++)
        {
            DateTimeOffset end = step + 1 < Path.Count ? Path[step + 1].Since : AsOf ?? Path[step].Since;
            string still = step + 1 < Path.Count ? string.Empty : " so far";
            text.AppendLine(CultureInfo.InvariantCulture, $"{Path[step].Since.UtcDateTime:yyyy-MM-dd} {Path[step].State}, {(end - Path[step].Since).TotalDays:#,0} days{still}: {Path[step].Reason}");
        }

        if (Next is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Next.Since.UtcDateTime:yyyy-MM-dd} {Next.State}, if nothing happens: {Next.Reason}");
        }

        return text.ToString();
    }

    /// <summary>Says the state, never whose it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => State;
}
