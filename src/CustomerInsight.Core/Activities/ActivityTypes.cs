namespace CustomerInsight;

/// <summary>The types of activity that the library itself reads a meaning into. A host may use any others.</summary>
public static class ActivityTypes
{
    /// <summary>A purchase, or a refund where its money is below zero.</summary>
    public const string Purchase = "purchase";
}
