namespace CustomerInsight.Models;

/// <summary>What a label says of a customer.</summary>
public enum LabelTarget
{
    /// <summary>That the event does not happen within the window: churn of customers without a contract.</summary>
    NoEvent,

    /// <summary>That the event happens within the window: the propensity to buy, to complain, to answer.</summary>
    Event,
}
