namespace CustomerInsight.Models;

/// <summary>The models of when customers buy and when they stop for good.</summary>
public enum PurchaseModelKind
{
    /// <summary>BG/NBD: customers may stop after each repeat purchase (Fader, Hardie, Lee 2005).</summary>
    BgNbd,
}
