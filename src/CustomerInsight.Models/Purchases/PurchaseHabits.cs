namespace CustomerInsight.Models;

/// <summary>How a customer buys: basket, categories, channels, seasons, gaps, returns.</summary>
/// <remarks>
/// An order is what <see cref="PurchaseOptions.SameDay"/> says it is, and happens at the moment of its first purchase. Seasons are shares of orders, in the local time of
/// <see cref="PurchaseOptions.TimeZone"/>; weekday and month are those of the day on which <see cref="PurchaseOptions.DayStartsAtHour"/> puts the order, the hour is that of the clock.
/// </remarks>
public sealed record PurchaseHabits
{
    /// <summary>Gets how many purchases (lines) an order has on average. At least 1.</summary>
    public required double LinesPerOrder { get; init; }

    /// <summary>Gets how many pieces an order has on average, over the purchases that tell; null where none does.</summary>
    public double? UnitsPerOrder { get; init; }

    /// <summary>Gets the mean amount of an order, refunds not taken off.</summary>
    public required decimal AmountPerOrder { get; init; }

    /// <summary>Gets how many different items were bought; 0 where no purchase names one.</summary>
    public required int DistinctItems { get; init; }

    /// <summary>Gets how purchases fall on categories, the most common first, ties in ordinal order; at most <see cref="PurchaseOptions.LargestShares"/>.</summary>
    public ValueList<HabitShare> Categories { get; init; }

    /// <summary>Gets how orders fall on channels, the most common first, ties in ordinal order; at most <see cref="PurchaseOptions.LargestShares"/>. An order's channel is that of its first purchase that names one.</summary>
    public ValueList<HabitShare> Channels { get; init; }

    /// <summary>Gets the shares of orders by weekday, seven from Monday on. They sum to 1.</summary>
    public required ValueList<double> Weekdays { get; init; }

    /// <summary>Gets the shares of orders by month, twelve from January on. They sum to 1.</summary>
    public required ValueList<double> Months { get; init; }

    /// <summary>Gets the shares of orders by hour of the clock, twenty-four from midnight on. They sum to 1.</summary>
    public required ValueList<double> Hours { get; init; }

    /// <summary>Gets how long it was from one day with a purchase to the next; null for purchases on one day only.</summary>
    public PurchaseGaps? Gaps { get; init; }

    /// <summary>Gets how many refunds the customer had, whatever <see cref="PurchaseOptions.Refunds"/> says.</summary>
    public required int Returns { get; init; }

    /// <summary>Gets what the refunds amount to, zero or more.</summary>
    public required decimal ReturnAmount { get; init; }

    /// <summary>Gets the refunds' share of all that was bought, refunded orders included: 0 without refunds, above 1 where more went back than was bought up to the as-of moment, infinite where only free purchases were.</summary>
    public required double ReturnShare { get; init; }

    /// <summary>Gets the category of most purchases, or null where none has a category.</summary>
    public string? FavouriteCategory => Categories.Count > 0 ? Categories[0].Name : null;

    /// <summary>Gets the channel of most orders, or null where none has a channel.</summary>
    public string? FavouriteChannel => Channels.Count > 0 ? Channels[0].Name : null;
}
