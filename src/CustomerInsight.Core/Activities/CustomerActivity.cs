namespace CustomerInsight;

/// <summary>Something a customer did at a time. With money it is a purchase, or, below zero, a refund.</summary>
/// <param name="Key">Source and id of the activity; an activity read twice is kept once.</param>
/// <param name="Customer">By which identifier the customer was known. Often the key of a record: <see cref="Identifier.ForRecord"/>.</param>
/// <param name="Type">What happened, such as <see cref="ActivityTypes.Purchase"/>.</param>
/// <param name="At">When.</param>
public sealed record CustomerActivity(RecordKey Key, Identifier Customer, string Type, DateTimeOffset At)
{
    /// <summary>Gets the tenant whose data this is; empty for a host without tenants.</summary>
    public string Tenant { get; init; } = string.Empty;

    /// <summary>Gets the money that changed hands, or null where none did.</summary>
    public Money? Value { get; init; }

    /// <summary>Gets the order, invoice or basket that the activity is part of, or null.</summary>
    public string? Order { get; init; }

    /// <summary>Gets the channel it happened in, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the product or page it was about, or null.</summary>
    public string? Item { get; init; }

    /// <summary>Gets the category of the product or page, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Gets how many pieces, or null where that is not known; below zero for pieces that went back.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Names source and type only.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Type} of source '{Key.Source}'";
}
