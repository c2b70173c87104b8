namespace CustomerInsight.Models;

/// <summary>The names of the forecasts that need no model. A model that is not better than these is of no use.</summary>
public static class BaselineNames
{
    /// <summary>Everyone buys at the mean rate of all customers: all repeat purchases of the calibration by all time that customers were known.</summary>
    public const string Mean = "mean";

    /// <summary>Each customer buys at the customer's own rate: the repeat purchases by the time known; the mean rate where that time is 0.</summary>
    public const string OwnRate = "own rate";

    /// <summary>Each customer buys again as often as in the last time as long as the holdout (for a year, "last year repeated"), first purchases left out.</summary>
    public const string SameAgain = "same again";
}
