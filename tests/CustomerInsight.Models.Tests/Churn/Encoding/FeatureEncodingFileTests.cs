namespace CustomerInsight.Models.Tests;

public sealed class FeatureEncodingFileTests
{
    [Theory]
    [InlineData("\"fill\":3", "\"fill\":null")]
    [InlineData("\"fill\":3", "\"fill\":1e999")]
    [InlineData("\"trait\":\"same\"", "\"trait\":null")]
    [InlineData("\"trait\":\"same\"", "\"trait\":\"n\"")]
    [InlineData("\"style\":\"Linear\"", "\"style\":\"Trees\"")]
    [InlineData("\"shares\":[0.25,0,0.25]", "\"shares\":[0.25,0.9,0.25]")]
    public void Load_OfADamagedEncoding_IsRefused(string part, string damaged)
    {
        FeatureEncoding encoding = new FeatureEncoder(new FeatureEncoderOptions { MinimumLevelRows = 1 }).Fit(TraitTable.Create(["a", "b", "c", "d"], null, [TraitColumn.Numbers("n", [1, 3, double.NaN, 8]), TraitColumn.Texts("t", ["b", "a", "b", null]), TraitColumn.Flags("same", [true, true, true, true])])).Model!;
        using var stream = new MemoryStream();
        encoding.Save(stream);
        string file = System.Text.RegularExpressions.Regex.Replace(System.Text.Encoding.UTF8.GetString(stream.ToArray()), "\\s+", string.Empty);

        Assert.Contains(part, file, StringComparison.Ordinal);
        Assert.Throws<ModelFileException>(() => FeatureEncoding.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Replace(part, damaged, StringComparison.Ordinal)))));
        Assert.Equal(encoding, FeatureEncoding.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file))));
    }
}
