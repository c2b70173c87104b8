namespace CustomerInsight.Models;

/// <summary>Turns a model's log-odds into log-odds that come true as often as they say. A port: a host may bring its own.</summary>
/// <threadsafety>An implementation must be safe from many threads.</threadsafety>
public interface ICalibration
{
    /// <summary>Gives calibrated log-odds.</summary>
    /// <param name="margin">The model's log-odds, or any score that rises with the chance of the event.</param>
    /// <returns>Log-odds that never fall where <paramref name="margin"/> rises; not a number only where <paramref name="margin"/> is.</returns>
    double LogOdds(double margin);

    /// <summary>Gives the calibrated chance of the event.</summary>
    /// <param name="margin">As for <see cref="LogOdds"/>.</param>
    /// <returns>The chance with those log-odds, from 0 to 1.</returns>
    double Probability(double margin);
}
