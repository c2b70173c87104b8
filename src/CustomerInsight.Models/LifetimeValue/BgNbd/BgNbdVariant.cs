namespace CustomerInsight.Models;

/// <summary>When a customer of the BG/NBD family may stop for the first time.</summary>
public enum BgNbdVariant
{
    /// <summary>After the first repeat purchase: whoever has not bought again is alive for certain (BG/NBD; Fader, Hardie, Lee 2005).</summary>
    Standard,

    /// <summary>After the first purchase already (MBG/NBD; Batislam, Denizel, Filiztekin 2007; Hoppe, Wagner 2007).</summary>
    Modified,
}
