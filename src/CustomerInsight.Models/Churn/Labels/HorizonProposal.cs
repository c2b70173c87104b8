using System.Globalization;
using System.Text;

namespace CustomerInsight.Models;

/// <summary>A proposal for how long to wait before a customer counts as lost, from how long customers take to come back.</summary>
/// <remarks>
/// Of every day with an event it is looked how many days later the next one was; of a customer's last, it is only known that it was not within the days up to the as-of moment.
/// The share of those who come back within so many days is estimated by the product limit, which takes both in, and the proposal is the day by which the wanted share of
/// all who come back at all has come. A longer horizon calls fewer customers lost who are not, but tells later.
/// <para>Source: Kaplan, Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the American Statistical Association 53, 1958.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record HorizonProposal
{
    private const string View = """
        {
          "width": 500,
          "height": 300,
          "encoding": { "x": { "field": "days", "type": "quantitative", "title": "days since the last event" } },
          "layer": [
            { "mark": { "type": "line", "interpolate": "step-after" }, "encoding": { "y": { "field": "share", "type": "quantitative", "title": "share who have come back", "scale": { "domainMin": 0 } } } },
            { "transform": [{ "aggregate": [{ "op": "max", "field": "proposal", "as": "horizon" }] }], "mark": { "type": "rule", "strokeDash": [4, 4] }, "encoding": { "x": { "field": "horizon", "type": "quantitative" } } }
          ]
        }
        """;

    internal HorizonProposal(double share, int gaps, int open, ValueList<ReturnShare> returns)
    {
        Share = share;
        Gaps = gaps;
        Open = open;
        Returns = returns;
    }

    /// <summary>Gets the wanted share of those who come back.</summary>
    public double Share { get; }

    /// <summary>Gets of how many events the next one is known.</summary>
    public int Gaps { get; }

    /// <summary>Gets of how many events there was no next one up to the as-of moment.</summary>
    public int Open { get; }

    /// <summary>Gets what share has come back by each day on which one did, in rising order.</summary>
    public ValueList<ReturnShare> Returns { get; }

    /// <summary>Gets the proposed horizon in days; null where nobody ever came back.</summary>
    public int? Days => Returns.Count == 0 ? null : DaysUntil(Share);

    /// <summary>Gets the share that ever comes back, as far as the data reach; 0 where nobody did.</summary>
    public double EverReturns => Returns.Count == 0 ? 0 : Returns[^1].Share;

    /// <summary>Gives the day by which a share of those who come back at all has come.</summary>
    /// <param name="share">The share. Above 0, at most 1.</param>
    /// <returns>The days, at least 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">Nobody ever came back.</exception>
    public int DaysUntil(double share)
    {
        CheckShare(share);
        double wanted = share * EverReturns;
        foreach (ReturnShare day in Returns)
        {
            if (day.Share >= wanted)
            {
                return day.Days;
            }
        }

        throw new InvalidOperationException("Nobody ever came back, so that no horizon can be proposed. Choose one from how the business works.");
    }

    /// <summary>Writes for a person what is proposed and why.</summary>
    /// <returns>Some lines of text; no personal data.</returns>
    public string Describe()
    {
        var text = new StringBuilder();
        if (Days is not int days)
        {
            return text.AppendLine(CultureInfo.InvariantCulture, $"no horizon: none of {Open:#,0} customers ever came back").ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"horizon of {days} days: by then {100 * Share:0.#} % of those have come back who come back at all ({100 * EverReturns:0.#} % as far as the data reach)");
        text.AppendLine(CultureInfo.InvariantCulture, $"  from {Gaps:#,0} returns and {Open:#,0} events without one so far; half of those who come back do so within {DaysUntil(.5)} days");
        return text.ToString();
    }

    /// <summary>Draws what share has come back by which day.</summary>
    /// <returns>A Vega-Lite specification as JSON; no personal data.</returns>
    public string ToVegaLite() => VegaLite.Spec("Share of customers who have come back", Points(), View);

    internal static void CheckShare(double share)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (!(share > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0 and at most 1, such as 0.9.");
        }
    }

    private IEnumerable<(string Field, object? Value)[]> Points() => VegaLite.Thinned(Returns.Count).Select(place => new (string Field, object? Value)[]
    {
        ("days", Returns[place].Days),
        ("share", Returns[place].Share),
        ("proposal", Days),
    });
}
