// Package api: gin handlers that call the signer of another package with a path value, a query value or a bound body (hits);
// with the value that the auth middleware set in the gin context (near miss).
package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"corpus.test/src/untrusteduserid/ginparam/intercom"
)

// Register adds the chat routes.
func Register(g *gin.RouterGroup, s *intercom.Signer) {
	h := handlers{signer: s}
	g.GET("/users/:id/intercom", h.byPath)
	g.GET("/intercom", h.byQuery)
	g.POST("/intercom", h.byBody)
	g.GET("/me/intercom", h.me)
}

type handlers struct{ signer *intercom.Signer }

func (h handlers) byPath(c *gin.Context) {
	token, err := h.signer.UserJWT(c.Param("id"), "") // want untrusteduserid
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": token})
}

func (h handlers) byQuery(c *gin.Context) {
	uid := c.DefaultQuery("uid", c.GetString("uid"))
	token, err := h.signer.UserJWT(uid, c.GetString("email")) // want untrusteduserid
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": token})
}

type tokenRequest struct {
	UserID string `json:"userId" binding:"required"`
	Email  string `json:"email"`
}

func (h handlers) byBody(c *gin.Context) {
	var req tokenRequest
	if err := c.ShouldBindJSON(&req); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	token, err := h.signer.UserJWT(req.UserID, req.Email) // want untrusteduserid
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": token})
}

func (h handlers) me(c *gin.Context) {
	uid := c.GetString("uid")
	if uid == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	token, err := h.signer.UserJWT(uid, c.GetString("email"))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"intercom_user_jwt": token})
}
