namespace CustomerInsight.Models;

/// <summary>What a customer is warned of.</summary>
public enum EarlyWarningKind
{
    /// <summary>The customer does less than usual.</summary>
    ActivityDecline,

    /// <summary>The customer complains more than usual.</summary>
    ComplaintsRising,
}
