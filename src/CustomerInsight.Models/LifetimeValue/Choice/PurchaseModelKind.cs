namespace CustomerInsight.Models;

/// <summary>The models of when customers buy and when they stop for good.</summary>
public enum PurchaseModelKind
{
    /// <summary>BG/NBD: customers may stop after each repeat purchase (Fader, Hardie, Lee 2005).</summary>
    BgNbd,

    /// <summary>MBG/NBD: customers may stop after each purchase, the first too (Batislam, Denizel, Filiztekin 2007; Hoppe, Wagner 2007).</summary>
    MbgNbd,

    /// <summary>BG/CNBD-k: as <see cref="BgNbd"/>, with purchases at more regular times (Platzer, Reutterer 2016).</summary>
    BgCnbd,

    /// <summary>MBG/CNBD-k: as <see cref="MbgNbd"/>, with purchases at more regular times (Platzer, Reutterer 2016).</summary>
    MbgCnbd,

    /// <summary>Pareto/NBD: customers may stop at any time, unseen (Schmittlein, Morrison, Colombo 1987).</summary>
    ParetoNbd,

    /// <summary>NBD: customers never stop (Ehrenberg 1959).</summary>
    Nbd,
}
