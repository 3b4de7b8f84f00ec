<?xml version="1.0" encoding="utf-8"?>
<!--
  Composes the help of one language from the text in Commands/<language>/<Cmdlet>.xml (Common.xml for texts that several cmdlets
  share) and the syntax in Syntax/<Cmdlet>.xml. The input is a list of <command name="..."/>.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://msh"
    xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10"
    xmlns:dev="http://schemas.microsoft.com/maml/dev/2004/10"
    xmlns:maml="http://schemas.microsoft.com/maml/2004/10">
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:param name="language" />
  <xsl:variable name="folder" select="concat('Commands/', $language, '/')" />
  <xsl:variable name="common" select="document(concat($folder, 'Common.xml'), document(''))/help" />

  <xsl:template match="/commands">
    <helpItems schema="maml">
      <xsl:for-each select="command">
        <xsl:sort select="@name" />
        <xsl:apply-templates select="document(concat('Syntax/', @name, '.xml'), document(''))/command">
          <xsl:with-param name="help" select="document(concat($folder, @name, '.xml'), document(''))/help" />
        </xsl:apply-templates>
      </xsl:for-each>
    </helpItems>
  </xsl:template>

  <xsl:template match="command">
    <xsl:param name="help" />
    <command:command>
      <command:details>
        <command:name><xsl:value-of select="@name" /></command:name>
        <command:verb><xsl:value-of select="substring-before(@name, '-')" /></command:verb>
        <command:noun><xsl:value-of select="substring-after(@name, '-')" /></command:noun>
        <maml:description><maml:para><xsl:value-of select="$help/synopsis" /></maml:para></maml:description>
      </command:details>
      <maml:description>
        <xsl:for-each select="$help/description/para"><maml:para><xsl:value-of select="." /></maml:para></xsl:for-each>
      </maml:description>
      <command:syntax>
        <xsl:for-each select="set">
          <command:syntaxItem>
            <maml:name><xsl:value-of select="../@name" /></maml:name>
            <xsl:apply-templates select="parameter"><xsl:with-param name="help" select="$help" /></xsl:apply-templates>
          </command:syntaxItem>
        </xsl:for-each>
      </command:syntax>
      <command:parameters>
        <!-- A parameter of several parameter sets is described only once. -->
        <xsl:for-each select="set/parameter[not(@name = ../preceding-sibling::set/parameter/@name)]">
          <xsl:sort select="@name" />
          <xsl:apply-templates select="."><xsl:with-param name="help" select="$help" /></xsl:apply-templates>
        </xsl:for-each>
      </command:parameters>
      <command:inputTypes>
        <xsl:for-each select="$help/input">
          <command:inputType>
            <dev:type><maml:name><xsl:value-of select="@type" /></maml:name></dev:type>
            <maml:description><maml:para><xsl:value-of select="." /></maml:para></maml:description>
          </command:inputType>
        </xsl:for-each>
      </command:inputTypes>
      <command:returnValues>
        <xsl:for-each select="$help/output">
          <command:returnValue>
            <dev:type><maml:name><xsl:value-of select="@type" /></maml:name></dev:type>
            <maml:description><maml:para><xsl:value-of select="." /></maml:para></maml:description>
          </command:returnValue>
        </xsl:for-each>
      </command:returnValues>
      <command:examples>
        <xsl:for-each select="$help/example">
          <command:example>
            <maml:title><xsl:value-of select="concat('-------- ', @title, ' --------')" /></maml:title>
            <dev:code><xsl:value-of select="code" /></dev:code>
            <dev:remarks><maml:para><xsl:value-of select="remarks" /></maml:para></dev:remarks>
          </command:example>
        </xsl:for-each>
      </command:examples>
      <command:relatedLinks>
        <xsl:for-each select="$help/link">
          <maml:navigationLink><maml:linkText><xsl:value-of select="." /></maml:linkText><maml:uri /></maml:navigationLink>
        </xsl:for-each>
      </command:relatedLinks>
    </command:command>
  </xsl:template>

  <xsl:template match="parameter">
    <xsl:param name="help" />
    <xsl:variable name="name" select="@name" />
    <xsl:variable name="own" select="$help/parameter[@name = $name]" />
    <command:parameter required="{@required}" variableLength="false" globbing="false" pipelineInput="{@pipeline}" position="{@position}" aliases="{@aliases}">
      <maml:name><xsl:value-of select="@name" /></maml:name>
      <maml:description>
        <maml:para>
          <xsl:choose>
            <xsl:when test="$own"><xsl:value-of select="$own" /></xsl:when>
            <xsl:otherwise><xsl:value-of select="$common/parameter[@name = $name]" /></xsl:otherwise>
          </xsl:choose>
        </maml:para>
      </maml:description>
      <xsl:if test="@type != 'SwitchParameter'">
        <command:parameterValue required="true" variableLength="false"><xsl:value-of select="@type" /></command:parameterValue>
      </xsl:if>
      <dev:type><maml:name><xsl:value-of select="@type" /></maml:name></dev:type>
      <dev:defaultValue><xsl:value-of select="@default" /></dev:defaultValue>
    </command:parameter>
  </xsl:template>
</xsl:stylesheet>
